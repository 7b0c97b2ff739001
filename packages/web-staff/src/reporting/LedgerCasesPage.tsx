/** The cases behind a figure of the ledger; each opens the events that prove it (CLK-05). */
import { listPromiseCases, type PromiseCase } from '@anpei/contract/reporting'
import { PROMISE_OUTCOMES, type PromiseOutcome } from '@anpei/domain/reporting'
import { Button, Input } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link, useParams } from 'react-router'
import { useCall } from '../client/index.ts'
import { Answered, choicesOf, DataTable, Empty, keyIn, PageHead, Pager, Panel } from '../kit/index.ts'
import { Pick, Tag, useSearchState } from '../kit/index.ts'
import type { Column, IconName, SearchState, Tone } from '../kit/index.ts'
import { dueText, instantText } from '../kernel/index.ts'
import { casePath } from '../sla/index.ts'
import { spanText, toldWords } from './ledger-words.ts'
import { ProofDialog } from './ProofDialog.tsx'
import './ledger.css'
import './reporting.css'

const SIZE = 20
const TONES: Readonly<Record<PromiseOutcome, { readonly tone: Tone; readonly icon: IconName }>> = {
  kept: { tone: 'green', icon: 'check' },
  keptByAgreement: { tone: 'amber', icon: 'check' },
  broken: { tone: 'red', icon: 'alert' },
  running: { tone: 'blue', icon: 'clock' },
  cancelled: { tone: 'grey', icon: 'minus' },
}

type Row = PromiseCase & { readonly id: string }

export default function LedgerCasesPage(): ReactElement {
  const { clockId = '' } = useParams()
  const search = useSearchState()
  const [proving, setProving] = useState<string | null>(null)
  const [institution, programme] = [search.get('institution'), search.get('programme')]
  const filters = {
    month: search.get('month'),
    from: search.get('from'),
    until: search.get('until'),
    institution,
    programme,
    outcome: keyIn(PROMISE_OUTCOMES, search.get('outcome')),
  }
  const query = { ...withoutEmpty(filters), limit: SIZE, ...(search.cursor ? { cursor: search.cursor } : {}) }
  const found = useCall(listPromiseCases, { params: { clockId }, query })
  const columns = [...COLUMNS, proofColumn(setProving)]
  return (
    <>
      <PageHead title={`时限 ${clockId}：每一件`} note="先到期的在前。“怎样得出”列出起算、暂停、完成的每个事件。">
        <Link to={`/promise-ledger?${new URLSearchParams(withoutEmpty({ institution, programme }))}`}>回时限台账</Link>
      </PageHead>
      <Panel flush>
        <Filters search={search} />
        <Answered of={found}>
          {(page) => (
            <>
              <DataTable<Row>
                label="各件时限"
                columns={columns}
                rows={page.items.map((one) => ({ ...one, id: `${one.subjectId}${one.runNo}` }))}
                toneOf={(row) => (row.outcome === 'broken' ? 'late' : null)}
                empty={<Empty>没有符合条件的案件。</Empty>}
              />
              {page.items.length > 0 ? (
                <Pager page={page} trail={search.trail} onTrail={search.onTrail} size={SIZE} />
              ) : null}
            </>
          )}
        </Answered>
      </Panel>
      {proving ? (
        <ProofDialog
          clockId={clockId}
          subjectId={proving}
          onClose={() => {
            setProving(null)
          }}
        />
      ) : null}
    </>
  )
}

function Filters({ search }: { search: SearchState }): ReactElement {
  const [from, until] = [search.get('from'), search.get('until')]
  return (
    <div className="ap-filters">
      <Input
        type="month"
        aria-label="到期月份"
        className="le-month"
        value={search.get('month') ?? ''}
        onChange={(event) => {
          search.set({ month: event.target.value, from: undefined, until: undefined })
        }}
      />
      {from ? <span className="ap-muted ap-num">{until ? `${from} 至 ${until} 到期` : `${from} 起到期`}</span> : null}
      <Pick
        label="结果"
        value={keyIn(PROMISE_OUTCOMES, search.get('outcome'))}
        choices={choicesOf(PROMISE_OUTCOMES)}
        onChange={(next) => {
          search.set({ outcome: next })
        }}
      />
    </div>
  )
}

function withoutEmpty<T extends object>(filters: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return JSON.parse(JSON.stringify(filters))
}

const COLUMNS: readonly Column<Row>[] = [
  { key: 'no', title: '案号', render: (row) => <CaseLink row={row} /> },
  {
    key: 'outcome',
    title: '结果',
    render: (row) => <OutcomeTag outcome={row.outcome} />,
  },
  { key: 'start', title: '起算', render: (row) => <span className="ap-num">{instantText(row.startedAt)}</span> },
  {
    key: 'due',
    title: '到期',
    render: (row) => <span className="ap-num">{dueWords(row)}</span>,
  },
  { key: 'stop', title: '完成', render: (row) => <Stopped row={row} /> },
  { key: 'institution', title: '机构', wideOnly: true, render: (row) => row.institution ?? '—' },
  { key: 'owner', title: '负责人', render: (row) => row.owner ?? '—' },
  { key: 'why', title: '说明', wideOnly: true, render: (row) => <small>{row.explanation}</small> },
]

function proofColumn(onProve: (subjectId: string) => void): Column<Row> {
  return {
    key: 'proof',
    title: '证明',
    render: (row) => (
      <Button
        size="small"
        onClick={() => {
          onProve(row.subjectId)
        }}
      >
        怎样得出
      </Button>
    ),
  }
}

function OutcomeTag({ outcome }: { outcome: PromiseOutcome }): ReactElement {
  return (
    <Tag tone={TONES[outcome].tone} icon={TONES[outcome].icon}>
      {PROMISE_OUTCOMES[outcome]}
    </Tag>
  )
}

function CaseLink({ row }: { row: Row }): ReactElement {
  return (
    <Link className="ap-num ap-strong" to={casePath(row.subjectKind, row.subjectId)}>
      {row.no}
    </Link>
  )
}

function Stopped({ row }: { row: Row }): ReactElement {
  const late = row.outcome === 'broken' ? secondsBetween(row.dueAt, row.stoppedAt) : 0
  return (
    <>
      <span className="ap-num">{row.stoppedAt === null ? '未完成' : instantText(row.stoppedAt)}</span>
      {late > 0 ? <small className="rp-fault">　晚 {spanText(late)}</small> : null}
    </>
  )
}

function dueWords({ dueAt, promisedDueAt }: Row): string {
  if (dueAt === null) return '暂停中'
  return promisedDueAt === null ? dueText(dueAt) : toldWords(promisedDueAt, dueAt)
}

function secondsBetween(from: string | null, to: string | null): number {
  if (from === null || to === null) return 0
  return Math.floor((Date.parse(to) - Date.parse(from)) / 1000)
}
