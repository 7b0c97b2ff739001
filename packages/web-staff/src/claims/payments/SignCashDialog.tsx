/** The second signature under a payment in cash: what the first signer said, the photo, sign or call off (CLM-12). */
import { callOffCash, signCash, type PaymentView } from '@anpei/contract/claims'
import { Button, Image, Modal, Space } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { Facts, FaultNote, ReasonDialog, useFocusBack } from '../../kit/index.ts'
import { instantText, yuan } from '../../kernel/index.ts'
import { may } from '../acts.ts'
import { useFileUrl } from '../papers/use-file-url.ts'

export function SignCashDialog({ payment, onClose }: { payment: PaymentView; onClose: () => void }): ReactElement {
  useFocusBack()
  const sign = useCommand(signCash)
  const [callingOff, setCallingOff] = useState(false)
  const onSign = async (): Promise<void> => {
    if (await sign.run({ params: { paymentId: payment.id } })) onClose()
  }
  if (callingOff) return <CallOff payment={payment} onClose={onClose} />
  return (
    <Modal
      open
      title="付现金：第二人签字"
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        <Space wrap>
          <Button onClick={onClose}>取消</Button>
          {may(payment, 'callOffCash') ? (
            <Button
              danger
              onClick={() => {
                setCallingOff(true)
              }}
            >
              撤回，不付现金
            </Button>
          ) : null}
          {may(payment, 'signCash') ? (
            <Button
              type="primary"
              loading={sign.busy}
              onClick={() => {
                void onSign()
              }}
            >
              签字，确认已付
            </Button>
          ) : null}
        </Space>
      }
    >
      <FaultNote fault={sign.fault} />
      {payment.cash === null ? null : <Receipt payment={payment} cash={payment.cash} />}
    </Modal>
  )
}

function Receipt({ payment, cash }: { payment: PaymentView; cash: NonNullable<PaymentView['cash']> }): ReactElement {
  const photo = useFileUrl(cash.photoFileId)
  return (
    <>
      <Facts
        facts={[
          { label: '被保险人', value: payment.personName },
          { label: '金额', value: yuan(payment.amountFen) },
          { label: '领款人', value: `${cash.receiverName}（${cash.receiverWord}）　${cash.idNumberMasked}` },
          { label: '依据', value: cash.basis ?? '—' },
          { label: '付现金的理由', value: cash.reason },
          { label: '第一签字人', value: `${cash.firstSigner}　${instantText(cash.offeredAt)}` },
        ]}
      />
      {photo.url === null ? null : (
        <div className="ap-receipt">
          <Image src={photo.url} alt="签收单照片" />
        </div>
      )}
    </>
  )
}

function CallOff({ payment, onClose }: { payment: PaymentView; onClose: () => void }): ReactElement {
  const command = useCommand(callOffCash)
  const save = async (reason: string): Promise<void> => {
    if (await command.run({ params: { paymentId: payment.id }, body: { reason } })) onClose()
  }
  return (
    <ReasonDialog
      title="撤回付现金"
      label="为什么撤回"
      okText="撤回"
      danger
      busy={command.busy}
      fault={command.fault}
      onClose={onClose}
      onSave={(reason) => {
        void save(reason)
      }}
    />
  )
}
