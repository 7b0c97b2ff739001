/** Solved is what the customer says, not what we think; what it was about is known by then (SRV-08). */
import { classifyRequest, solveRequest, type RequestView } from '@anpei/contract/service-desk'
import { SOLVED_BY, type SolvedBy } from '@anpei/domain/service-desk'
import { Form, Input, Radio } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { choicesOf, Field, SaveDialog } from '../kit/index.ts'
import { TopicSelect } from './TopicSelect.tsx'

type Values = { topic?: string; saidBy: SolvedBy; note?: string }

export function SolveDialog({ request, onClose }: { request: RequestView; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Values>()
  const command = useCommand(solveRequest)
  const classify = useCommand(classifyRequest)
  const asksTopic = request.topic === null
  const params = { requestId: request.id }
  const save = async ({ topic = '', saidBy, note = '' }: Values): Promise<void> => {
    if (asksTopic && !(await classify.run({ params, body: { topic } }))) return
    if (await command.run({ params, body: { saidBy, note } })) onClose()
  }
  return (
    <SaveDialog<Values>
      title="已解决"
      open
      okText="已解决"
      busy={command.busy || classify.busy}
      fault={command.fault ?? classify.fault}
      form={form}
      initial={{ saidBy: 'customer' }}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      {asksTopic ? (
        <Field name="topic" label="归类" required>
          <TopicSelect />
        </Field>
      ) : null}
      <Field name="saidBy" label="谁说解决了" required>
        <Radio.Group className="dk-lines" options={choicesOf(SOLVED_BY)} />
      </Field>
      <Field name="note" label="怎么说的（可不填）">
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
      </Field>
    </SaveDialog>
  )
}
