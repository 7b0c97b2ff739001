/** One responsible person; those who must keep out are not offered (CMP-04, CMP-05). */
import { assignComplaint, listComplaintHandlers } from '@anpei/contract/complaints'
import { Form, Input, Select } from 'antd'
import type { ReactElement } from 'react'
import { useCall, useCommand } from '../client/index.ts'
import { Field, SaveDialog, clearable } from '../kit/index.ts'
import type { DialogProps } from './dialog-props.ts'

type Values = { userId?: string; reason?: string }

export function AssignDialog({ view, onClose }: DialogProps): ReactElement {
  const [form] = Form.useForm<Values>()
  const command = useCommand(assignComplaint)
  const handlers = useCall(listComplaintHandlers, { params: { complaintId: view.id } }).shown?.items ?? []
  const save = async ({ userId, reason = '' }: Values): Promise<void> => {
    if (await command.run({ params: { complaintId: view.id }, body: { userId: userId ?? null, reason } })) onClose()
  }
  const options = handlers.map((one) => ({
    value: one.id,
    label: `${one.name}　${one.institution}　在办 ${one.open} 件${one.suggested ? '　（建议）' : ''}`,
  }))
  return (
    <SaveDialog<Values>
      title={view.responsible === null ? '指派责任人' : '改派责任人'}
      open
      okText="指派"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{}}
      note="一件投诉一名责任人。不选则按专长、语言、地区和负荷选定；须回避和请假的人不在名单里。"
      onClose={onClose}
      onSave={(values) => void save(values)}
    >
      <Field name="userId" label="责任人">
        <Select
          allowClear={clearable}
          placeholder="按负荷自动选定"
          notFoundContent="没有可以承办的人，请负责人安排"
          options={options}
        />
      </Field>
      <Field name="reason" label={view.responsible === null ? '说明' : '改派原因'} required={view.responsible !== null}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={300} />
      </Field>
    </SaveDialog>
  )
}
