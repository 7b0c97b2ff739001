/** 即时转账: orders one payment at once; a second person sends it from its batch (CLM-12). */
import { makeBatch, type PaymentView } from '@anpei/contract/claims'
import { App, Button } from 'antd'
import type { ReactElement } from 'react'
import { useNavigate } from 'react-router'
import { useCommand } from '../../client/index.ts'
import { FaultNote } from '../../kit/index.ts'
import { yuan } from '../../kernel/index.ts'

const T = {
  instant: '即时转账',
  sure: '这一笔走即时转账？',
  note: '不等批次，单独一笔。编好后由另一人核对并送银行。',
} as const

export function InstantButton({ payment }: { payment: PaymentView }): ReactElement {
  const { modal } = App.useApp()
  const command = useCommand(makeBatch)
  const navigate = useNavigate()
  const order = async (): Promise<void> => {
    const made = await command.run({ body: { paymentIds: [payment.id], format: 'instant' } })
    if (made) void navigate(`/payment-batches/${made.id}`)
  }
  return (
    <>
      <Button
        size="small"
        loading={command.busy}
        onClick={() => {
          modal.confirm({
            title: T.sure,
            content: `${payment.holderName ?? ''}　${yuan(payment.amountFen)}。${T.note}`,
            okText: T.instant,
            cancelText: '取消',
            onOk: () => {
              void order()
            },
          })
        }}
      >
        {T.instant}
      </Button>
      <FaultNote fault={command.fault} />
    </>
  )
}
