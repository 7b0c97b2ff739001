/** Issue a failed payment again with a corrected account; the doors to cash with two signatures (CLM-12). */
import { getClaim, reissuePayment, type PaymentView } from '@anpei/contract/claims'
import { Button, Form, Radio } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall, useCommand } from '../../client/index.ts'
import { Answered, Empty, Field, SaveDialog } from '../../kit/index.ts'
import { yuan } from '../../kernel/index.ts'
import { may } from '../acts.ts'
import { CashDialog } from './CashDialog.tsx'
import { SignCashDialog } from './SignCashDialog.tsx'
import { InstantButton } from './InstantButton.tsx'

const T = {
  reissue: '更正账户重付',
  reissueTitle: '更正账户后重新付款',
  account: '改付到',
  failed: '失败原因',
  cash: '付现金',
  sign: '第二人签字',
  noAccount: '没有其他已复核的账户。请先在赔案的“支付”页登记新账户并由第二人复核。',
} as const

export function PaymentActs({ payment }: { payment: PaymentView }): ReactElement | null {
  const [open, setOpen] = useState<'reissue' | 'cash' | 'sign' | null>(null)
  const close = (): void => {
    setOpen(null)
  }
  const instant = may(payment, 'makeBatch') && payment.accountConfirmed && payment.way === 'transfer'
  if (!instant && !may(payment, 'reissuePayment', 'payCash', 'signCash', 'callOffCash')) return null
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
      {may(payment, 'signCash', 'callOffCash') ? (
        <Button
          size="small"
          onClick={() => {
            setOpen('sign')
          }}
        >
          {may(payment, 'signCash') ? T.sign : '现金签字'}
        </Button>
      ) : null}
      {open === 'sign' ? <SignCashDialog payment={payment} onClose={close} /> : null}
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
