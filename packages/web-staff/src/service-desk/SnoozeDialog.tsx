/** Puts a request off until a time, with the reason; its promises go on running (SRV-04). */
import { snoozeRequest, type RequestView } from '@anpei/contract/service-desk'
import { Form, Input } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { Field, InstantInput, SaveDialog } from '../kit/index.ts'
import { instantOfInput } from '../kernel/index.ts'

type Values = { until?: string; reason?: string }

export function SnoozeDialog({ request, onClose }: { request: RequestView; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Values>()
  const command = useCommand(snoozeRequest)
  const save = async ({ until = '', reason = '' }: Values): Promise<void> => {
    const at = instantOfInput(until)
    if (at === null) return
    if (await command.run({ params: { requestId: request.id }, body: { until: at, reason } })) onClose()
  }
  return (
    <SaveDialog<Values>
      title="暂缓"
      open
      okText="暂缓"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{}}
      note="到时间自己回到队列里；时限照走，不因暂缓而停。"
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="until" label="到什么时候" required>
        <InstantInput />
      </Field>
      <Field name="reason" label="原因" required>
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} placeholder="例如：客户说下午五点后再打" />
      </Field>
    </SaveDialog>
  )
}
