/** A contact that was made, and another adviser (CUS-04). */
import { careBoard, nameAdviser, recordCareContact, type CareChargeRow } from '@anpei/contract/customers'
import { CONTACT_WAYS, type ContactWay } from '@anpei/domain/customers'
import { Form, Input, Radio, Select } from 'antd'
import type { ReactElement } from 'react'
import { useCall, useCommand } from '../client/index.ts'
import { choicesOf, DayInput, Field, SaveDialog, clearable } from '../kit/index.ts'

type Props = { charge: CareChargeRow; onClose: () => void }
type Contact = { way: ContactWay; reached: boolean; note: string; nextContactOn: string }

export function ContactDialog({ charge, onClose }: Props): ReactElement {
  const [form] = Form.useForm<Contact>()
  const record = useCommand(recordCareContact)
  const save = async ({ nextContactOn, ...values }: Contact): Promise<void> => {
    const body = { ...values, nextContactOn: nextContactOn || null }
    if (await record.run({ params: { chargeId: charge.id }, body })) onClose()
  }
  return (
    <SaveDialog<Contact>
      title={`联系${charge.person.name}`}
      open
      okText="登记"
      busy={record.busy}
      fault={record.fault}
      form={form}
      initial={{ way: 'phone', reached: true, note: '', nextContactOn: '' }}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="way" label="怎样联系的" required>
        <Select options={choicesOf(CONTACT_WAYS)} />
      </Field>
      <Field name="reached" label="联系上了吗" required>
        <Radio.Group
          options={[
            { value: true, label: '联系上了' },
            { value: false, label: '没联系上' },
          ]}
        />
      </Field>
      <Field name="note" label="说了什么">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
      </Field>
      <Field name="nextContactOn" label="下次联系" help={`留空：联系上了 ${charge.everyDays} 天后，没联系上明天再试`}>
        <DayInput />
      </Field>
    </SaveDialog>
  )
}

type Naming = { adviserId: string; deputyId: string | undefined; reason: string }

export function AdviserDialog({ charge, onClose }: Props): ReactElement {
  const [form] = Form.useForm<Naming>()
  const board = useCall(careBoard, {}).shown
  const name = useCommand(nameAdviser)
  const people = (board?.advisers ?? [])
    .filter((one) => !one.absent)
    .map((one) => ({ value: one.id, label: `${one.name}（现有 ${one.people} 人）` }))
  const save = async ({ adviserId, deputyId, reason }: Naming): Promise<void> => {
    const body = { adviserId, deputyId: deputyId ?? null, reason }
    if (await name.run({ params: { chargeId: charge.id }, body })) onClose()
  }
  return (
    <SaveDialog<Partial<Naming>>
      title={`${charge.person.name}的顾问`}
      open
      okText="交接"
      busy={name.busy}
      fault={name.fault}
      form={form}
      initial={{ reason: '' }}
      onClose={onClose}
      onSave={() => {
        void save(form.getFieldsValue())
      }}
    >
      <Field name="adviserId" label="顾问" required>
        <Select options={people} placeholder="请选择" />
      </Field>
      <Field name="deputyId" label="副手">
        <Select options={people} allowClear={clearable} placeholder="不选：原来的副手不变，没有就另派一位" />
      </Field>
      <Field name="reason" label="交接原因" required>
        <Input maxLength={300} />
      </Field>
    </SaveDialog>
  )
}
