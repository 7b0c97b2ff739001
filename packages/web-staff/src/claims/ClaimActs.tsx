/** Acts on the case as a whole: take, assign, anxious, delay, withdraw, close, reopen. */
import {
  assignClaim,
  closeClaim,
  markAnxious,
  takeClaim,
  askExtension,
  tellDelay,
  withdrawClaim,
  type ClaimView,
} from '@anpei/contract/claims'
import { Button, Form, Input } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { useMay } from '../identity/index.ts'
import { ActMenu, DayInput, FaultNote, Field, ReasonDialog, SaveDialog } from '../kit/index.ts'
import { may } from './acts.ts'
import { ReopenDialog } from './afterwards/ReopenDialog.tsx'
import { StaffPick } from './StaffPick.tsx'

type Open = 'assign' | 'delay' | 'withdraw' | 'reopen' | null

const T = {
  take: '领取',
  assign: '分派',
  anxious: '标记着急',
  calm: '取消着急标记',
  delay: '延期告知',
  withdraw: '撤案',
  close: '结案',
  reopen: '重开',
  more: '更多',
  to: '分派给',
  why: '说明',
  withdrawNote: '撤案须由申请人要求，请写明谁、何时、为什么要求。',
  askDelay: '申请延期',
  askDelayNote: '在到期之前申请；主管批准后随即告诉客户原因和新的时间。',
  delayNote: '在到期之前告诉客户原因和新的时间。',
  newDue: '新的完成日期',
  reason: '原因',
} as const

export function ClaimActs({ claim }: { claim: ClaimView }): ReactElement {
  const [open, setOpen] = useState<Open>(null)
  const take = useCommand(takeClaim)
  const close = useCommand(closeClaim)
  const params = { claimId: claim.id }
  const shut = (): void => {
    setOpen(null)
  }
  return (
    <>
      <FaultNote fault={take.fault ?? close.fault} />
      <MoreActs claim={claim} onOpen={setOpen} />
      {may(claim, 'takeClaim') ? (
        <Button
          type="primary"
          loading={take.busy}
          onClick={() => {
            void take.run({ params })
          }}
        >
          {T.take}
        </Button>
      ) : null}
      {may(claim, 'closeClaim') ? (
        <Button
          type="primary"
          loading={close.busy}
          disabled={claim.debts.length > 0}
          title={claim.debts.length > 0 ? `还有 ${claim.debts.length} 件欠办事项` : ''}
          onClick={() => {
            void close.run({ params })
          }}
        >
          {T.close}
        </Button>
      ) : null}
      {open === 'assign' ? <AssignDialog claim={claim} onClose={shut} /> : null}
      {open === 'delay' ? <DelayDialog claim={claim} onClose={shut} /> : null}
      {open === 'reopen' ? <ReopenDialog claim={claim} onClose={shut} /> : null}
      {open === 'withdraw' ? <WithdrawDialog claim={claim} onClose={shut} /> : null}
    </>
  )
}

function MoreActs({ claim, onOpen }: { claim: ClaimView; onOpen: (dialog: Open) => void }): ReactElement | null {
  const superior = useMay()('claim.assign')
  const anxious = useCommand(markAnxious)
  const items = [
    ...(may(claim, 'assignClaim') ? [{ key: 'assign', label: T.assign }] : []),
    ...(may(claim, 'markAnxious') ? [{ key: 'anxious', label: claim.anxious ? T.calm : T.anxious }] : []),
    ...(may(claim, 'tellDelay') ? [{ key: 'delay', label: superior ? T.delay : T.askDelay }] : []),
    ...(may(claim, 'reopenClaim') ? [{ key: 'reopen', label: T.reopen }] : []),
    ...(may(claim, 'withdrawClaim') ? [{ key: 'withdraw', label: T.withdraw, danger: true }] : []),
  ]
  if (items.length === 0) return null
  const act = (key: string): void => {
    if (key === 'anxious') void anxious.run({ params: { claimId: claim.id }, body: { anxious: !claim.anxious } })
    if (key === 'assign' || key === 'delay' || key === 'withdraw' || key === 'reopen') onOpen(key)
  }
  return (
    <>
      <FaultNote fault={anxious.fault} />
      <ActMenu items={items} onAct={act}>
        <Button>{T.more}</Button>
      </ActMenu>
    </>
  )
}

type Props = { claim: ClaimView; onClose: () => void }

function WithdrawDialog({ claim, onClose }: Props): ReactElement {
  const command = useCommand(withdrawClaim)
  const save = async (reason: string): Promise<void> => {
    if (await command.run({ params: { claimId: claim.id }, body: { reason } })) onClose()
  }
  return (
    <ReasonDialog
      title={T.withdraw}
      label={T.reason}
      max={500}
      okText={T.withdraw}
      danger
      note={T.withdrawNote}
      onClose={onClose}
      busy={command.busy}
      fault={command.fault}
      onSave={(reason) => {
        void save(reason)
      }}
    />
  )
}

function AssignDialog({ claim, onClose }: Props): ReactElement {
  const [form] = Form.useForm<{ userId?: string; reason?: string }>()
  const command = useCommand(assignClaim)
  const save = async (userId: string, reason: string): Promise<void> => {
    if (await command.run({ params: { claimId: claim.id }, body: { userId, reason } })) onClose()
  }
  return (
    <SaveDialog<{ userId?: string; reason?: string }>
      title={T.assign}
      open
      okText={T.assign}
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{}}
      onClose={onClose}
      onSave={({ userId = '', reason = '' }) => {
        void save(userId, reason)
      }}
    >
      <Field name="userId" label={T.to} required>
        <StaffPick />
      </Field>
      <Field name="reason" label={T.why}>
        <Input.TextArea maxLength={300} autoSize={{ minRows: 2 }} />
      </Field>
    </SaveDialog>
  )
}

function DelayDialog({ claim, onClose }: Props): ReactElement {
  const [form] = Form.useForm<{ newDueOn?: string; reason?: string }>()
  // A superior tells at once; who handles the case asks the superior.
  const superior = useMay()('claim.assign')
  const tell = useCommand(tellDelay)
  const ask = useCommand(askExtension)
  const command = superior ? tell : ask
  const save = async (newDueOn: string, reason: string): Promise<void> => {
    const sent = { params: { claimId: claim.id }, body: { newDueOn, reason } }
    if (superior ? await tell.run(sent) : await ask.run(sent)) onClose()
  }
  return (
    <SaveDialog<{ newDueOn?: string; reason?: string }>
      title={superior ? T.delay : T.askDelay}
      note={superior ? T.delayNote : T.askDelayNote}
      open
      okText={superior ? T.delay : T.askDelay}
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{}}
      onClose={onClose}
      onSave={({ newDueOn = '', reason = '' }) => {
        void save(newDueOn, reason)
      }}
    >
      <Field name="newDueOn" label={T.newDue} required>
        <DayInput />
      </Field>
      <Field name="reason" label={T.reason} required>
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
      </Field>
    </SaveDialog>
  )
}
