/** Past claims replayed under a version (PRG-08): who is affected, each changed case, cost, loss ratio, promises. */
import type { VersionView } from '@anpei/contract/programme'
import type { ReactElement } from 'react'
import { DataTable, Empty, Panel, Tag, type Column } from '../../kit/index.ts'
import { yuan } from '../../kernel/index.ts'
import { OUTCOMES } from './parameters.ts'
import { isRunning, TaskBar } from '../TaskBar.tsx'

type Result = NonNullable<NonNullable<VersionView['rehearsal']>['result']>
type Changed = Result['changed'][number] & { readonly id: string }

const columns: readonly Column<Changed>[] = [
  { key: 'ref', title: '赔案', render: (row) => row.ref },
  {
    key: 'outcome',
    title: '结论',
    render: (row) => (
      <>
        {word(row.outcomeBefore)} → <strong>{word(row.outcomeAfter)}</strong>
      </>
    ),
  },
  { key: 'before', title: '原来', align: 'right', render: (row) => yuan(row.beforeFen) },
  { key: 'after', title: '这一版', align: 'right', render: (row) => yuan(row.afterFen) },
  { key: 'change', title: '差额', align: 'right', render: (row) => <Change fen={row.afterFen - row.beforeFen} /> },
]

function word(outcome: string): string {
  return OUTCOMES[outcome] ?? outcome
}

function Change({ fen }: { fen: number }): ReactElement {
  if (fen === 0) return <>—</>
  return fen > 0 ? <Tag tone="green">多付 {yuan(fen)}</Tag> : <Tag tone="red">少付 {yuan(-fen)}</Tag>
}

export function Rehearsal({ version }: { version: VersionView }): ReactElement {
  const { rehearsal } = version
  if (rehearsal === null) {
    return (
      <Panel title="演练">
        <Empty>
          还没有演练。
          {version.can.includes('rehearse')
            ? '点右上角“用历史赔案演练”，把已结的赔案按这一版重算一遍。'
            : '发布前由编制人演练。'}
        </Empty>
      </Panel>
    )
  }
  const { task, result } = rehearsal
  return (
    <div className="ap-stack">
      {isRunning(task) || task.state === 'failed' ? (
        <Panel title="演练">
          <TaskBar task={task} doing="演练" unit="件赔案" />
        </Panel>
      ) : null}
      {result ? <Outcome result={result} /> : null}
    </div>
  )
}

function Outcome({ result }: { result: Result }): ReactElement {
  const rows = result.changed.map((one) => ({ ...one, id: one.ref }))
  return (
    <>
      <Panel title="演练结果">
        <div className="pg-counts">
          <Count title="重算的赔案" text={result.claims.toLocaleString('en-US')} />
          <Count title="受影响的人" text={result.peopleAffected.toLocaleString('en-US')} />
          <Count title="有变化的赔案" text={result.changedCount.toLocaleString('en-US')} />
          <Count title="原来付" text={yuan(result.beforeFen)} />
          <Count title="这一版付" text={yuan(result.afterFen)} />
          <Count title="多（少）付" text={yuan(result.afterFen - result.beforeFen)} />
          <Count title="涉及的保单年度" text={String(result.policyYears)} />
          <Count title="赔付率" text={`${ratio(result.lossRatioBeforeBps)} → ${ratio(result.lossRatioAfterBps)}`} />
        </div>
      </Panel>
      {result.changedPromises.length === 0 ? null : (
        <Panel title="变了的服务承诺">
          <ul className="ap-plain-list">
            {result.changedPromises.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </Panel>
      )}
      <Panel title="有变化的赔案" flush>
        <DataTable<Changed>
          label="有变化的赔案"
          columns={columns}
          rows={rows}
          empty={<Empty>没有一件赔案的结果有变化。</Empty>}
        />
        {result.changedCount > rows.length ? (
          <p className="ap-muted ap-small pg-more">
            列出前 {rows.length} 件，共 {result.changedCount.toLocaleString('en-US')} 件。
          </p>
        ) : null}
      </Panel>
    </>
  )
}

function Count({ title, text }: { title: string; text: string }): ReactElement {
  return (
    <div>
      <b>{text}</b>
      <span>{title}</span>
    </div>
  )
}

function ratio(bps: number | null): string {
  return bps === null ? '—' : `${(bps / 100).toFixed(2)}%`
}
