/** Changes of particulars with before and after; another person confirms or rejects (ORG-05). */
import {
  confirmPersonChange,
  rejectPersonChange,
  revealPersonChange,
  type PersonChange,
} from '@anpei/contract/customers'
import { App, Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { useCommand } from '../client/index.ts'
import { FaultNote, ReasonDialog, RevealDialog, Tag, type Tone } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'
import { BeforeAfter } from './AmendDialog.tsx'

export const CHANGE_STATES = {
  waiting: '待复核',
  confirmed: '已生效',
  rejected: '已退回',
  withdrawn: '已撤回',
} as const
const tones: Readonly<Record<PersonChange['state'], Tone>> = {
  waiting: 'amber',
  confirmed: 'green',
  rejected: 'red',
  withdrawn: 'grey',
}

export function ChangeCard({ change, named }: { change: PersonChange; named?: boolean }): ReactElement {
  const [rejecting, setRejecting] = useState(false)
  const [whole, setWhole] = useState<PersonChange['fields'] | null>(null)
  const { message } = App.useApp()
  const confirm = useCommand(confirmPersonChange)
  const reject = useCommand(rejectPersonChange)
  const params = { changeId: change.id }
  const onConfirm = async (): Promise<void> => {
    if (await confirm.run({ params, body: {} })) void message.success('更正已生效')
  }
  const onReject = async (comment: string): Promise<void> => {
    if (await reject.run({ params, body: { comment } })) setRejecting(false)
  }
  return (
    <article className="cu-change">
      <header className="ap-row">
        {named ? (
          <Link to={`/persons/${change.personId}`}>
            <strong>{change.personName}</strong>
          </Link>
        ) : null}
        <Tag tone={tones[change.state]}>{CHANGE_STATES[change.state]}</Tag>
        <span className="ap-muted ap-small">
          {change.madeBy} 于 {instantText(change.madeAt)} 提出
        </span>
        <ChangeActs
          change={change}
          busy={confirm.busy}
          onConfirm={() => {
            void onConfirm()
          }}
          onReject={() => {
            reject.clear()
            setRejecting(true)
          }}
        />
      </header>
      <FaultNote fault={confirm.fault} />
      <p className="ap-small">依据：{change.reason}</p>
      <BeforeAfter lines={whole ?? change.fields} />
      {change.can.includes('reveal') && whole === null ? <Whole change={change} onShown={setWhole} /> : null}
      {change.checkedBy === null ? null : (
        <p className="ap-muted ap-small">
          {change.checkedBy} 于 {instantText(change.checkedAt)}
          {CHANGE_STATES[change.state]}
          {change.comment ? `：${change.comment}` : ''}
        </p>
      )}
      {rejecting ? (
        <ReasonDialog
          title="退回更正"
          label="退回原因"
          okText="退回"
          danger
          field="comment"
          busy={reject.busy}
          fault={reject.fault}
          onClose={() => {
            setRejecting(false)
          }}
          onSave={(comment) => {
            void onReject(comment)
          }}
        />
      ) : null}
    </article>
  )
}

type WholeProps = { readonly change: PersonChange; readonly onShown: (fields: PersonChange['fields']) => void }

/** What is checked is compared digit by digit: the masked values would not do. */
function Whole({ change, onShown }: WholeProps): ReactElement {
  const [asking, setAsking] = useState(false)
  const reveal = useCommand(revealPersonChange)
  const ask = async (reason: string): Promise<void> => {
    const shown = await reveal.run({ params: { changeId: change.id }, body: { reason } })
    if (shown) onShown(shown.fields)
  }
  return (
    <p>
      <Button
        size="small"
        onClick={() => {
          setAsking(true)
        }}
      >
        查看原值
      </Button>
      {asking ? (
        <RevealDialog
          title={`查看${change.personName}的改前、改后`}
          busy={reveal.busy}
          fault={reveal.fault}
          onClose={() => {
            setAsking(false)
          }}
          onAsk={(reason) => {
            void ask(reason)
          }}
        />
      ) : null}
    </p>
  )
}

type ActsProps = {
  readonly change: PersonChange
  readonly busy: boolean
  readonly onConfirm: () => void
  readonly onReject: () => void
}

function ChangeActs({ change, busy, onConfirm, onReject }: ActsProps): ReactElement {
  return (
    <span className="ap-acts cu-push">
      {change.can.includes('confirm') ? (
        <Button type="primary" size="small" loading={busy} onClick={onConfirm}>
          复核通过
        </Button>
      ) : null}
      {change.can.includes('reject') ? (
        <Button size="small" danger onClick={onReject}>
          退回
        </Button>
      ) : null}
    </span>
  )
}
