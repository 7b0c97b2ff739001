/** The same matter of the same person came twice: one number goes on, and it can be undone (SRV-04). */
import { mergeRequest, type RequestView } from '@anpei/contract/service-desk'
import { Form, Input } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { Field, SaveDialog } from '../kit/index.ts'
import { RequestSelect } from './RequestSelect.tsx'

type Values = { intoId?: string; reason?: string }

export function MergeDialog({ request, onClose }: { request: RequestView; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Values>()
  const command = useCommand(mergeRequest)
  const save = async ({ intoId = '', reason = '' }: Values): Promise<void> => {
    if (await command.run({ params: { requestId: request.id }, body: { intoId, reason } })) onClose()
  }
  return (
    <SaveDialog<Values>
      title="并入另一服务单"
      open
      okText="并入"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ reason: '同一件事' }}
      note="只能并入同一位客户的服务单；收到时间取早的，时限取紧的，以后可以撤销。"
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="intoId" label="并入哪一张" required>
        <RequestSelect request={request} />
      </Field>
      <Field name="reason" label="原因" required>
        <Input maxLength={500} />
      </Field>
    </SaveDialog>
  )
}
