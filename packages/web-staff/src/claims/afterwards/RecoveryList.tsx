/** What is to come back: sums, entries that wait for a second person, and what may be done (CLM-16). */
import { checkRecoveryEntry, type RecoveryView } from '@anpei/contract/claims'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { useCommand } from '../../client/index.ts'
import { Empty, Facts, FaultNote, Panel, Tag } from '../../kit/index.ts'
import { instantText, yuan } from '../../kernel/index.ts'
import { may } from '../acts.ts'
import { RecoveryDialog, type RecoveryAct } from './RecoveryDialog.tsx'
import { benefitText, StateTag } from '../tags.tsx'

const T = {
  none: '没有要追回的款项。',
  letter: '发追回通知书',
  repay: '登记还款',
  waive: '申请豁免',
  confirm: '复核通过',
  reject: '不予通过',
  repayment: '还款',
  waiver: '豁免',
} as const
const ACTS = [
  { act: 'letter', route: 'issueRecoveryLetter', label: T.letter },
  { act: 'repay', route: 'recordRepayment', label: T.repay },
  { act: 'waive', route: 'proposeWaiver', label: T.waive },
] as const

export function RecoveryList({ recoveries }: { recoveries: readonly RecoveryView[] }): ReactElement {
  if (recoveries.length === 0) return <Empty>{T.none}</Empty>
  return (
    <div className="ap-stack">
      {recoveries.map((one) => (
        <Recovery key={one.id} recovery={one} />
      ))}
    </div>
  )
}

function Recovery({ recovery }: { recovery: RecoveryView }): ReactElement {
  const [open, setOpen] = useState<RecoveryAct | null>(null)
  const acts = ACTS.filter(({ route }) => may(recovery, route)).map(({ act, label }) => (
    <Button
      key={act}
      size="small"
      onClick={() => {
        setOpen(act)
      }}
    >
      {label}
    </Button>
  ))
  return (
    <Panel
      title={
        <span className="ap-row">
          <span className="ap-num">{recovery.recoveryNo}</span>
          <StateTag state={recovery.state} word={recovery.stateWord} />
        </span>
      }
      acts={acts.length > 0 ? <span className="ap-row">{acts}</span> : null}
    >
      <Facts
        facts={[
          {
            label: '赔案',
            value: (
              <Link to={`/claims/${recovery.claimId}?tab=afterwards`} className="ap-num">
                {recovery.claimNo} {recovery.personName}
              </Link>
            ),
          },
          { label: '给付项', value: benefitText(recovery.benefit) },
          { label: '多付', value: yuan(recovery.amountFen) },
          { label: '已还', value: yuan(recovery.repaidFen) },
          { label: '已豁免', value: yuan(recovery.waivedFen) },
          { label: '还应退回', value: <span className="ap-amount">{yuan(recovery.owedFen)}</span> },
          { label: '通知书', value: letterText(recovery) },
        ]}
      />
      {recovery.entries.length > 0 ? (
        <ul className="ap-check-list">
          {recovery.entries.map((entry) => (
            <RecoveryEntry key={entry.id} entry={entry} />
          ))}
        </ul>
      ) : null}
      {open === null ? null : (
        <RecoveryDialog
          act={open}
          recovery={recovery}
          onClose={() => {
            setOpen(null)
          }}
        />
      )}
    </Panel>
  )
}

function letterText({ letterNo, letterDeliveredAt }: RecoveryView): string {
  if (letterNo === null) return '还没有发'
  return letterDeliveredAt === null ? `${letterNo}（未送达）` : `${letterNo}（${instantText(letterDeliveredAt)} 送达）`
}

function RecoveryEntry({ entry }: { entry: RecoveryView['entries'][number] }): ReactElement {
  const command = useCommand(checkRecoveryEntry)
  const check = (outcome: 'confirm' | 'reject'): void => {
    void command.run({ params: { entryId: entry.id }, body: { outcome } })
  }
  return (
    <li>
      <b>{entry.kind === 'waiver' ? T.waiver : T.repayment}</b>
      <span className="ap-num">{yuan(entry.amountFen)}</span>
      <StateTag state={entry.state} word={entry.stateWord} />
      {entry.reference === null ? null : <Tag>流水 {entry.reference}</Tag>}
      <small className="ap-muted ap-grow">
        {entry.receivedOn ?? ''} {entry.note}　{entry.madeBy} {instantText(entry.madeAt)}
        {entry.checkedBy === null ? '' : `，复核 ${entry.checkedBy}`}
      </small>
      <FaultNote fault={command.fault} />
      {may(entry, 'checkRecoveryEntry') ? (
        <span className="ap-row">
          <Button
            size="small"
            type="primary"
            loading={command.busy}
            onClick={() => {
              check('confirm')
            }}
          >
            {T.confirm}
          </Button>
          <Button
            size="small"
            disabled={command.busy}
            onClick={() => {
              check('reject')
            }}
          >
            {T.reject}
          </Button>
        </span>
      ) : null}
    </li>
  )
}
