/** CMP-12: lifted or kept, by another person than who asked. */
import { judgeMajorLift } from '@anpei/contract/complaints'
import { Form, Input, Radio } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { Field, SaveDialog } from '../../kit/index.ts'
import type { DialogProps } from '../dialog-props.ts'

type Values = { lift: boolean; answer: string }

export function JudgeLiftDialog({ view, onClose }: DialogProps): ReactElement {
  const [form] = Form.useForm<Values>()
  const command = useCommand(judgeMajorLift)
  const save = async (body: Values): Promise<void> => {
    if (await command.run({ params: { complaintId: view.id }, body })) onClose()
  }
  return (
    <SaveDialog<Partial<Values>>
      title="审批解除重大投诉"
      open
      okText="确定"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{}}
      onClose={onClose}
      onSave={() => {
        void save(form.getFieldsValue())
      }}
    >
      <Field name="lift" label="意见" required>
        <Radio.Group
          options={[
            { value: true, label: '同意解除' },
            { value: false, label: '不同意，继续处置' },
          ]}
        />
      </Field>
      <Field name="answer" label="批复" required>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={1000} />
      </Field>
    </SaveDialog>
  )
}
