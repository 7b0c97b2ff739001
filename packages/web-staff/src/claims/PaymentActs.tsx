/** Issue a failed payment again with a corrected account; pay in cash with two signatures (CLM-12). */
import { getClaim, payCash, reissuePayment, type PaymentView } from '@anpei/contract/claims'
import { Button, Form, Input, Radio } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall, useCommand } from '../client/index.ts'
import { useMay } from '../identity/index.ts'
import { Answered, Empty, Field, SaveDialog } from '../kit/index.ts'
import { yuan } from '../kernel/index.ts'
import { may } from './acts.ts'
import { InstantButton } from './InstantButton.tsx'
import { StaffPick } from './StaffPick.tsx'

const T = {
  reissue: '更正账户重付',
  reissueTitle: '更正账户后重新付款',
  account: '改付到',
  failed: '失败原因',
  cash: '现金付讫',
  cashTitle: '登记现金付讫',
  noAccount: '没有其他已复核的账户。请先在赔案的“支付”页登记新账户并由第二人复核。',
  second: '第二签字人',
  reason: '为什么付现金',
  photo: '签收照片',
  cashNote: '两人签字，拍下签收单，写明理由。',
} as const

export function PaymentActs({ payment }: { payment: PaymentView }): ReactElement | null {
  const [open, setOpen] = useState<'reissue' | 'cash' | null>(null)
  const close = (): void => {
    setOpen(null)
  }
  const instant = may(payment, 'makeBatch') && payment.accountConfirmed && payment.way === 'transfer'
  if (!instant && !may(payment, 'reissuePayment', 'payCash')) return null
  return (
    <span className="ap-row">
      {instant ? <InstantButton payment={payment} /> : null}
      {may(payment, 'reissuePayment') ? (
        <Button
          size="small"
          onClick={() => {
            setOpen('reissue')
          }}
        >
          {T.reissue}
        </Button>
      ) : null}
      {may(payment, 'payCash') ? (
        <Button
          size="small"
          onClick={() => {
            setOpen('cash')
          }}
        >
          {T.cash}
        </Button>
      ) : null}
      {open === 'reissue' ? <ReissueDialog payment={payment} onClose={close} /> : null}
      {open === 'cash' ? <CashDialog payment={payment} onClose={close} /> : null}
    </span>
  )
}

type Props = { payment: PaymentView; onClose: () => void }

function ReissueDialog({ payment, onClose }: Props): ReactElement {
  const claim = useCall(getClaim, { params: { claimId: payment.claimId } })
  const [form] = Form.useForm<{ payeeAccountId?: string }>()
  const command = useCommand(reissuePayment)
  const save = async (payeeAccountId: string | undefined): Promise<void> => {
    if (payeeAccountId === undefined) return
    const done = await command.run({ params: { paymentId: payment.id }, body: { payeeAccountId } })
    if (done) onClose()
  }
  return (
    <SaveDialog<{ payeeAccountId?: string }>
      title={T.reissueTitle}
      open
      okText={T.reissue}
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{}}
      onClose={onClose}
      onSave={({ payeeAccountId }) => {
        void save(payeeAccountId)
      }}
      note={`${payment.personName}　${yuan(payment.amountFen)}　${T.failed}：${payment.fault ?? '—'}`}
    >
      <Answered of={claim}>
        {(view) => {
          const accounts = view.payees.filter((payee) => payee.state === 'confirmed')
          if (accounts.length === 0) return <Empty>{T.noAccount}</Empty>
          const options = accounts.map((payee) => ({
            value: payee.id,
            label: `${payee.holderName}　${payee.bank ?? ''} ${payee.accountMasked}`,
          }))
          return (
            <Field name="payeeAccountId" label={T.account} required>
              <Radio.Group vertical options={options} />
            </Field>
          )
        }}
      </Answered>
    </SaveDialog>
  )
}

type CashValues = { secondSignerId?: string; reason?: string }

function CashDialog({ payment, onClose }: Props): ReactElement {
  const [form] = Form.useForm<CashValues>()
  const allowed = useMay()
  const [photos, setPhotos] = useState<readonly File[]>([])
  const command = useCommand(payCash)
  const save = async ({ secondSignerId = '', reason = '' }: CashValues): Promise<void> => {
    const files = photos.map((file) => ({ field: 'photo', file, name: file.name }))
    const done = await command.run({ params: { paymentId: payment.id }, body: { secondSignerId, reason } }, files)
    if (done) onClose()
  }
  return (
    <SaveDialog<CashValues>
      title={T.cashTitle}
      open
      okText={T.cash}
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{}}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
      note={`${payment.personName}　${yuan(payment.amountFen)}。${T.cashNote}`}
    >
      <Field name="secondSignerId" label={T.second} required>
        {allowed('identity.read') ? <StaffPick /> : <Input maxLength={36} />}
      </Field>
      <Field name="reason" label={T.reason} required>
        <Input.TextArea maxLength={300} autoSize={{ minRows: 2 }} />
      </Field>
      <label className="ap-file-label">
        {T.photo}
        <input
          type="file"
          accept="image/*"
          multiple
          capture="environment"
          onChange={(event) => {
            setPhotos([...(event.target.files ?? [])])
          }}
        />
      </label>
    </SaveDialog>
  )
}
