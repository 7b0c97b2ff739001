/** A correction that was asked for: only what is filled in changes; a second person confirms it (CUS-07, ORG-05). */
import { correctByRequest, type DataRequestView } from '@anpei/contract/customers'
import { Form, Input } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { Field, SaveDialog } from '../../kit/index.ts'

type Values = { name?: string; idNumber?: string; phone?: string; address?: string }

export function CorrectDialog({ request, onClose }: { request: DataRequestView; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Values>()
  const command = useCommand(correctByRequest)
  const save = async (values: Values): Promise<void> => {
    const particulars = Object.fromEntries(Object.entries(values).filter(([, value]) => value?.trim()))
    if (await command.run({ params: { requestId: request.id }, body: { particulars } })) onClose()
  }
  return (
    <SaveDialog<Values>
      title={`更正${request.personName}的资料`}
      open
      okText="提出更正"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{}}
      note="只填要更正的，空着的不变。第二人复核后生效。"
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="name" label="姓名">
        <Input maxLength={50} autoComplete="off" />
      </Field>
      <Field name="idNumber" label="身份证号">
        <Input maxLength={30} autoComplete="off" />
      </Field>
      <Field name="phone" label="电话">
        <Input maxLength={30} inputMode="tel" autoComplete="off" />
      </Field>
      <Field name="address" label="住址">
        <Input maxLength={200} autoComplete="off" />
      </Field>
    </SaveDialog>
  )
}
