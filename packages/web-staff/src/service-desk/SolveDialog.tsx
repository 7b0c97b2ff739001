/** Solved is what the customer says, not what we think (SRV-08). */
import { solveRequest, type RequestView } from '@anpei/contract/service-desk'
import { SOLVED_BY, type SolvedBy } from '@anpei/domain/service-desk'
import { Form, Input, Radio } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { choicesOf, Field, SaveDialog } from '../kit/index.ts'

type Values = { saidBy: SolvedBy; note?: string }

export function SolveDialog({ request, onClose }: { request: RequestView; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Values>()
  const command = useCommand(solveRequest)
  const save = async ({ saidBy, note = '' }: Values): Promise<void> => {
    if (await command.run({ params: { requestId: request.id }, body: { saidBy, note } })) onClose()
  }
  return (
    <SaveDialog<Values>
      title="已解决"
      open
      okText="已解决"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ saidBy: 'customer' }}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="saidBy" label="谁说解决了" required>
        <Radio.Group className="dk-lines" options={choicesOf(SOLVED_BY)} />
      </Field>
      <Field name="note" label="怎么说的（可不填）">
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
      </Field>
    </SaveDialog>
  )
}
