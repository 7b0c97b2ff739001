/** Put forward a payment in cash: who takes it, on what ground, why, and a photo of the receipt (CLM-12, CUS-05). */
import { payCash, type PaymentView } from '@anpei/contract/claims'
import { listProxies } from '@anpei/contract/customers'
import { CASH_RECEIVERS, type CashReceiver } from '@anpei/domain/claims'
import { Form, Input, Radio, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall, useCommand } from '../../client/index.ts'
import { Answered, choicesOf, Empty, Field, FilePick, SaveDialog } from '../../kit/index.ts'
import { yuan } from '../../kernel/index.ts'

type Values = {
  receiver: CashReceiver
  proxyId?: string
  receiverName?: string
  receiverIdNumber?: string
  basis?: string
  reason?: string
}

export function CashDialog({ payment, onClose }: { payment: PaymentView; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Values>()
  const receiver = Form.useWatch('receiver', form) ?? 'self'
  const [photos, setPhotos] = useState<readonly File[]>([])
  const command = useCommand(payCash)
  const save = async (values: Values): Promise<void> => {
    const files = photos.map((file) => ({ field: 'photo', file, name: file.name }))
    const { proxyId = null, receiverName = '', receiverIdNumber = '', basis = '', reason = '' } = values
    const body = { receiver: values.receiver, proxyId, receiverName, receiverIdNumber, basis, reason }
    if (await command.run({ params: { paymentId: payment.id }, body }, files)) onClose()
  }
  return (
    <SaveDialog<Values>
      title="付现金"
      open
      okText="登记，等第二人签字"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ receiver: 'self' }}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
      note={`${payment.personName}　${yuan(payment.amountFen)}。领款人在签收单上签字或按手印，拍下照片；第二人签字后才算付讫。`}
    >
      <Field name="receiver" label="谁来领" required>
        <Radio.Group options={choicesOf(CASH_RECEIVERS)} />
      </Field>
      {receiver === 'proxy' ? <MandatePick personId={payment.personId} /> : null}
      {receiver === 'self' ? null : <Receiver receiver={receiver} />}
      <Field name="reason" label="为什么付现金" required>
        <Input.TextArea maxLength={300} autoSize={{ minRows: 2 }} />
      </Field>
      <FilePick
        label={photos.length === 0 ? '拍签收单（一张）' : '换一张签收单'}
        icon="camera"
        accept="image/*"
        files={photos}
        onFiles={setPhotos}
      />
    </SaveDialog>
  )
}

/** Only a mandate to receive that is in force today. */
function MandatePick({ personId }: { personId: string }): ReactElement {
  const found = useCall(listProxies, { params: { personId } })
  return (
    <Answered of={found}>
      {({ proxies }) => {
        const mandates = proxies.filter((proxy) => proxy.act === 'receive' && proxy.inForce)
        if (mandates.length === 0) return <Empty>没有有效的“代领”委托。请先在客户页登记委托和凭证。</Empty>
        const options = mandates.map((proxy) => ({
          value: proxy.id,
          label: `${proxy.proxyName}（${proxy.relation}）　${proxy.fromOn} 至 ${proxy.toOn}`,
        }))
        return (
          <Field name="proxyId" label="代领委托" required>
            <Select options={options} />
          </Field>
        )
      }}
    </Answered>
  )
}

function Receiver({ receiver }: { receiver: Exclude<CashReceiver, 'self'> }): ReactElement {
  return (
    <>
      {receiver === 'proxy' ? null : (
        <Field name="receiverName" label="领款人姓名" required>
          <Input maxLength={50} />
        </Field>
      )}
      <Field
        name="receiverIdNumber"
        label={receiver === 'proxy' ? '领款人身份证号（委托里已登记的不用再填）' : '领款人身份证号'}
        required={receiver !== 'proxy'}
      >
        <Input maxLength={30} inputMode="text" autoComplete="off" />
      </Field>
      {receiver === 'proxy' ? null : (
        <Field name="basis" label="凭什么领（证明的名称）" required>
          <Input maxLength={300} />
        </Field>
      )}
    </>
  )
}
