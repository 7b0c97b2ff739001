/** Into the archive; without an answer only with a reason (SRV-08). */
import { closeRequest, type RequestView } from '@anpei/contract/service-desk'
import { Form, Input } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { Field, SaveDialog } from '../kit/index.ts'

export function CloseDialog({ request, onClose }: { request: RequestView; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<{ reason?: string }>()
  const command = useCommand(closeRequest)
  const save = async (reason: string): Promise<void> => {
    if (await command.run({ params: { requestId: request.id }, body: { reason } })) onClose()
  }
  return (
    <SaveDialog<{ reason?: string }>
      title="归档"
      open
      okText="归档"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{}}
      note="归档后不再提醒；客户再来消息会另开一张新单，也可以从这张重新打开。"
      onClose={onClose}
      onSave={({ reason = '' }) => {
        void save(reason)
      }}
    >
      <Field
        name="reason"
        label={request.state === 'solved' ? '说明（可不填）' : '为什么没有解决就归档'}
        required={request.state !== 'solved'}
      >
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
      </Field>
    </SaveDialog>
  )
}
