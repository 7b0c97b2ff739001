/** Somebody asks about a person's data: what, who, by which way (CUS-07). */
import { receiveDataRequest } from '@anpei/contract/customers'
import {
  REQUEST_ASKERS,
  REQUEST_CHANNELS,
  REQUEST_KINDS,
  type RequestAsker,
  type RequestKind,
} from '@anpei/domain/customers'
import { Form, Input, Select } from 'antd'
import type { ReactElement } from 'react'
import { useNavigate } from 'react-router'
import { useCommand } from '../../client/index.ts'
import { choicesOf, Field, SaveDialog } from '../../kit/index.ts'

const CHANNELS = ['counter', 'phone', 'letter', 'mail'] as const
type Values = {
  kind: RequestKind
  asker: RequestAsker
  channel: (typeof CHANNELS)[number]
  asks: string
  askerName: string
  relation: string
  phone: string
}
type Props = { personId: string; personName: string; onClose: () => void }

export function ReceiveDialog({ personId, personName, onClose }: Props): ReactElement {
  const [form] = Form.useForm<Values>()
  const navigate = useNavigate()
  const command = useCommand(receiveDataRequest)
  const asker: unknown = Form.useWatch('asker', form)
  const save = async (values: Values): Promise<void> => {
    const { askerName = '', relation = '', ...rest } = values
    const done = await command.run({ params: { personId }, body: { ...rest, askerName, relation } })
    if (done) void navigate(`/data-requests/${done.id}`)
  }
  return (
    <SaveDialog<Values>
      title={`登记个人信息请求：${personName}`}
      open
      okText="登记"
      busy={command.busy}
      fault={command.fault}
      form={form}
      width={620}
      initial={{ kind: 'access', asker: 'self', channel: 'counter', asks: '', askerName: '', relation: '', phone: '' }}
      note="登记后开始计时，先核实身份再办理。"
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <div className="ap-fields">
        <Field name="kind" label="要什么" required>
          <Select
            options={choicesOf(REQUEST_KINDS)}
            onChange={(kind: RequestKind) => {
              form.setFieldValue('asker', kind === 'heirs' ? 'heir' : 'self')
            }}
          />
        </Field>
        <Field name="asker" label="谁提出" required>
          <Select options={choicesOf(REQUEST_ASKERS)} />
        </Field>
        <Field name="channel" label="怎样提出" required>
          <Select options={CHANNELS.map((value) => ({ value, label: REQUEST_CHANNELS[value] }))} />
        </Field>
        {asker === 'self' ? null : (
          <>
            <Field name="askerName" label="申请人姓名" required>
              <Input maxLength={50} />
            </Field>
            <Field name="relation" label="与客户的关系" required>
              <Input maxLength={40} />
            </Field>
          </>
        )}
        <Field name="phone" label="联系电话">
          <Input maxLength={30} inputMode="tel" />
        </Field>
      </div>
      <Field name="asks" label="对方的原话" required>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={1000} />
      </Field>
    </SaveDialog>
  )
}
