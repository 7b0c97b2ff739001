/** CMP-12: one step of the plan: what, who, until when. */
import { planMajorStep } from '@anpei/contract/complaints'
import { Form, Input } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { DayInput, Field, SaveDialog } from '../../kit/index.ts'
import type { DialogProps } from '../dialog-props.ts'
import { PersonField } from './DeclareDialog.tsx'

type Values = { what: string; ownerId: string; dueOn: string }

export function StepDialog({ view, onClose }: DialogProps): ReactElement {
  const [form] = Form.useForm<Values>()
  const command = useCommand(planMajorStep)
  const save = async (body: Values): Promise<void> => {
    if (await command.run({ params: { complaintId: view.id }, body })) onClose()
  }
  return (
    <SaveDialog<Partial<Values>>
      title="处置方案增加一项"
      open
      okText="保存"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{}}
      onClose={onClose}
      onSave={() => {
        void save(form.getFieldsValue())
      }}
    >
      <Field name="what" label="做什么" required>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={500} />
      </Field>
      <PersonField complaintId={view.id} name="ownerId" label="谁负责" acting />
      <Field name="dueOn" label="哪天之前" required>
        <DayInput />
      </Field>
    </SaveDialog>
  )
}
