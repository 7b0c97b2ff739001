/** How a due time came about: every event that started, paused, moved or stopped the clock (CLK-05, CLK-03). */
import { provePromise } from '@anpei/contract/reporting'
import type { Answer } from '@anpei/contract/kernel'
import { CLOCK_KIND_WORDS, PROMISE_OUTCOMES } from '@anpei/domain/reporting'
import { Modal } from 'antd'
import type { ReactElement } from 'react'
import { useCall } from '../client/index.ts'
import { Answered, DataTable, Tag, useFocusBack, type Column } from '../kit/index.ts'
import { dueText, instantText } from '../kernel/index.ts'
import { toldWords } from './ledger-words.ts'

type Proof = Answer<typeof provePromise>
type Run = Proof['runs'][number]
type Row = Run['rows'][number] & { readonly id: string }

type Props = { clockId: string; subjectId: string; onClose: () => void }

export function ProofDialog({ clockId, subjectId, onClose }: Props): ReactElement {
  useFocusBack()
  const found = useCall(provePromise, { params: { clockId, subjectId } })
  const title = found.shown ? `${found.shown.no}：${found.shown.name}` : '怎样得出'
  return (
    <Modal open title={title} width={860} footer={null} onCancel={onClose}>
      <Answered of={found}>
        {(proof) => (
          <>
            <p className="ap-muted">
              {CLOCK_KIND_WORDS[proof.kind]}　{proof.basis}
            </p>
            {proof.runs.map((run) => (
              <RunProof key={run.runNo} run={run} many={proof.runs.length > 1} />
            ))}
          </>
        )}
      </Answered>
    </Modal>
  )
}

function RunProof({ run, many }: { run: Run; many: boolean }): ReactElement {
  return (
    <section className="le-run">
      <h3>
        {many ? `第 ${run.runNo} 次　` : ''}
        {PROMISE_OUTCOMES[run.outcome]} {run.provisional ? <Tag tone="amber">日历为暂定</Tag> : null}
      </h3>
      <p>
        <strong>{run.explanation}</strong>
      </p>
      <p className="ap-muted">
        起算 {instantText(run.startedAt)}　到期 {run.dueAt === null ? '暂停中' : dueText(run.dueAt)}
        {run.promisedDueAt === null || run.dueAt === null ? '' : `（${toldWords(run.promisedDueAt, run.dueAt)}）`}
        {run.statutoryDueAt === null || run.statutoryDueAt === run.dueAt
          ? ''
          : `（法定顺延至 ${dueText(run.statutoryDueAt)}）`}
        　完成 {instantText(run.stoppedAt)}
        {run.brokenBy === null ? '' : `　改类时超期，计入 ${run.brokenBy}`}
      </p>
      <DataTable<Row>
        label="事件"
        columns={columns}
        rows={run.rows.map((row) => ({ ...row, id: `${row.revision}` }))}
      />
    </section>
  )
}

const columns: readonly Column<Row>[] = [
  { key: 'at', title: '时间', render: (row) => <span className="ap-num">{instantText(row.at)}</span> },
  { key: 'cause', title: '作用', render: (row) => <strong className="ap-name">{row.cause}</strong> },
  {
    key: 'event',
    title: '事件',
    render: (row) => (
      <>
        {row.event} <small title={row.eventId}>{row.by}</small>
      </>
    ),
  },
  { key: 'before', title: '原到期', render: (row) => <span className="ap-num">{dueText(row.dueBefore)}</span> },
  { key: 'after', title: '新到期', render: (row) => <span className="ap-num">{dueText(row.dueAfter)}</span> },
  { key: 'versions', title: '依据的版本', wideOnly: true, render: (row) => <small>{row.versions}</small> },
]
