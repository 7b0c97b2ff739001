/** Hands a request to a colleague, with what each has on the table, and why (SRV-04). */
import { assignRequest, listDeskColleagues, type RequestView } from '@anpei/contract/service-desk'
import { Form, Input, Select } from 'antd'
import type { ReactElement } from 'react'
import { useCall, useCommand } from '../client/index.ts'
import { Field, SaveDialog } from '../kit/index.ts'

type Values = { ownerId?: string; reason?: string }

export function AssignDialog({ request, onClose }: { request: RequestView; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Values>()
  const command = useCommand(assignRequest)
  const colleagues = useCall(listDeskColleagues, { query: { requestId: request.id } }).shown?.items ?? []
  const save = async ({ ownerId = '', reason = '' }: Values): Promise<void> => {
    if (await command.run({ params: { requestId: request.id }, body: { ownerId, reason } })) onClose()
  }
  return (
    <SaveDialog<Values>
      title="转交同事"
      open
      okText="转交"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{}}
      note="客户不用再说一遍：往来、备注和草稿都跟着过去。"
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="ownerId" label="转给谁" required>
        <Select
          placeholder="姓名"
          showSearch={{ optionFilterProp: 'label' }}
          options={colleagues
            .filter(({ id }) => id !== request.owner?.id)
            .map(({ id, name, institution, open, speaks }) => ({
              value: id,
              label: `${name}　${institution}　手上 ${open} 件${speaks ? `　会讲${request.language?.word ?? '客户的方言'}` : ''}`,
            }))}
        />
      </Field>
      <Field name="reason" label="为什么转交" required>
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
      </Field>
    </SaveDialog>
  )
}
