/** Payee accounts of a person (CUS-05): proposed by one, confirmed by another; the number only with a reason. */
import {
  confirmPayee,
  listPayees,
  rejectPayee,
  retirePayee,
  revealPayee,
  type PayeeView,
} from '@anpei/contract/customers'
import { customerRefusals, type payeeLifecycle } from '@anpei/domain/customers'
import { App, Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall, useCommand } from '../client/index.ts'
import { useMay } from '../identity/index.ts'
import { Answered, Empty, FaultNote, keyIn, Panel, ReasonDialog, Tag, type Tone } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'
import { PayeeDialog } from './PayeeDialog.tsx'

const tones: Readonly<Record<keyof typeof payeeLifecycle.states, Tone>> = {
  waiting: 'amber',
  confirmed: 'green',
  rejected: 'red',
  retired: 'grey',
}

type PanelProps = { personId: string; personName: string; mayAdd?: boolean }

export function PayeesPanel({ personId, personName, mayAdd }: PanelProps): ReactElement {
  const [adding, setAdding] = useState<{ replaces: PayeeView | null } | null>(null)
  const found = useCall(listPayees, { params: { personId } })
  const may = useMay()
  const add =
    (mayAdd ?? may('payee.propose')) ? (
      <Button
        onClick={() => {
          setAdding({ replaces: null })
        }}
      >
        登记账户
      </Button>
    ) : null
  return (
    <Panel title="收款账户" acts={add} flush>
      <Answered of={found}>
        {({ payees }) =>
          payees.length === 0 ? (
            <Empty>还没有收款账户。赔款只付给本人、受益人或继承人，登记后由第二人复核。</Empty>
          ) : (
            payees.map((payee) => (
              <PayeeCard
                key={payee.id}
                payee={payee}
                onReplace={() => {
                  setAdding({ replaces: payee })
                }}
              />
            ))
          )
        }
      </Answered>
      {adding ? (
        <PayeeDialog
          personId={personId}
          personName={personName}
          replaces={adding.replaces}
          onClose={() => {
            setAdding(null)
          }}
        />
      ) : null}
    </Panel>
  )
}

type CardProps = { payee: PayeeView; named?: boolean; onReplace?: () => void }

export function PayeeCard({ payee, named, onReplace }: CardProps): ReactElement {
  const [account, setAccount] = useState<string | null>(null)
  return (
    <article className="cu-card">
      <div>
        <div className="ap-row">
          {named ? <Link to={`/persons/${payee.personId}`}>{payee.personName}</Link> : null}
          <strong>{payee.holderName}</strong>
          <Tag>{payee.relationWord}</Tag>
          <Tag tone={tones[payee.state]}>{payee.stateWord}</Tag>
        </div>
        <p>
          <span className="ap-num">{account ?? payee.accountMasked}</span>　{payee.bank ?? '开户行未登记'}
        </p>
        <p className="ap-muted ap-small">
          {payee.madeBy ?? '系统'} 于 {instantText(payee.madeAt)} 登记
          {payee.checkedBy === null ? '' : `；${payee.checkedBy} 于 ${instantText(payee.checkedAt)} 复核`}
          {payee.basis ? `；依据：${payee.basis}` : ''}
        </p>
        {payee.warnings.map((code) => (
          <Tag key={code} tone="amber" icon="alert">
            {warningText(code)}
          </Tag>
        ))}
      </div>
      <PayeeActs payee={payee} onReplace={onReplace} account={account} onAccount={setAccount} />
    </article>
  )
}

function warningText(code: string): string {
  const known = keyIn(customerRefusals, code)
  return known === undefined ? '账号校验位不符，请核对存折或卡面' : customerRefusals[known].zh
}

type ActsProps = {
  payee: PayeeView
  account: string | null
  onReplace: (() => void) | undefined
  onAccount: (account: string | null) => void
}

function PayeeActs({ payee, onReplace, account, onAccount }: ActsProps): ReactElement {
  const [asking, setAsking] = useState<'reject' | 'retire' | 'reveal' | null>(null)
  const { message } = App.useApp()
  const may = useMay()
  const confirm = useCommand(confirmPayee)
  const params = { payeeId: payee.id }
  const onConfirm = async (): Promise<void> => {
    if (await confirm.run({ params })) void message.success('账户已复核，可以付款')
  }
  const showOrHide = (): void => {
    if (account === null) setAsking('reveal')
    else onAccount(null)
  }
  return (
    <div className="ap-acts">
      <FaultNote fault={confirm.fault} />
      {may('person.reveal') ? (
        <Button size="small" onClick={showOrHide}>
          {account === null ? '查看账号' : '遮住'}
        </Button>
      ) : null}
      {payee.can.includes('confirm') ? (
        <Button
          size="small"
          type="primary"
          loading={confirm.busy}
          onClick={() => {
            void onConfirm()
          }}
        >
          复核通过
        </Button>
      ) : null}
      <PayeeWays payee={payee} onReplace={onReplace} onAsk={setAsking} />
      {payee.state === 'waiting' && payee.madeByMe ? <span className="ap-muted ap-small">须由另一人复核</span> : null}
      {asking ? (
        <PayeeReason
          act={asking}
          payee={payee}
          onAccount={onAccount}
          onClose={() => {
            setAsking(null)
          }}
        />
      ) : null}
    </div>
  )
}

type WaysProps = {
  readonly payee: PayeeView
  readonly onReplace: (() => void) | undefined
  readonly onAsk: (act: 'reject' | 'retire') => void
}

/** Ways out of an account: back to who proposed it, another in its place, no longer used. */
function PayeeWays({ payee, onReplace, onAsk }: WaysProps): ReactElement {
  return (
    <>
      {payee.can.includes('reject') ? (
        <Button
          size="small"
          danger
          onClick={() => {
            onAsk('reject')
          }}
        >
          退回
        </Button>
      ) : null}
      {payee.can.includes('retire') && onReplace ? (
        <Button size="small" onClick={onReplace}>
          更换
        </Button>
      ) : null}
      {payee.can.includes('retire') ? (
        <Button
          size="small"
          onClick={() => {
            onAsk('retire')
          }}
        >
          停用
        </Button>
      ) : null}
    </>
  )
}

const reasonTexts = {
  reject: { title: '退回收款账户', label: '退回原因', okText: '退回' },
  retire: { title: '停用收款账户', label: '停用原因', okText: '停用' },
  reveal: { title: '查看完整账号', label: '为什么要看', okText: '查看' },
} as const

type ReasonProps = {
  act: keyof typeof reasonTexts
  payee: PayeeView
  onAccount: (account: string) => void
  onClose: () => void
}

function PayeeReason({ act, payee, onAccount, onClose }: ReasonProps): ReactElement {
  const reject = useCommand(rejectPayee)
  const retire = useCommand(retirePayee)
  const reveal = useCommand(revealPayee)
  const params = { payeeId: payee.id }
  const save = async (reason: string): Promise<void> => {
    if (act === 'reveal') {
      const answer = await reveal.run({ params, body: { reason } })
      if (!answer) return
      onAccount(answer.account)
    } else if (!(await (act === 'reject' ? reject : retire).run({ params, body: { reason } }))) return
    onClose()
  }
  return (
    <ReasonDialog
      {...reasonTexts[act]}
      danger={act !== 'reveal'}
      max={act === 'reveal' ? 200 : 300}
      busy={reject.busy || retire.busy || reveal.busy}
      fault={reject.fault ?? retire.fault ?? reveal.fault}
      onClose={onClose}
      note={act === 'reveal' ? '这次查看和理由会记入审计日志。' : undefined}
      onSave={(reason) => {
        void save(reason)
      }}
    />
  )
}
