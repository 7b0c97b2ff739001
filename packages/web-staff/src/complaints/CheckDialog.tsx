/** First check: ours or not, how urgent and how severe, what it touches (CMP-03). */
import { checkComplaint } from '@anpei/contract/complaints'
import { FINDINGS, SEVERITIES, URGENCIES, type Severity, type Urgency } from '@anpei/domain/complaints'
import { Checkbox, Form, Input, Radio } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { choicesOf, Field, SaveDialog } from '../kit/index.ts'
import { ComplaintPick } from './ComplaintPick.tsx'
import type { DialogProps } from './dialog-props.ts'

type Values = {
  finding: keyof typeof FINDINGS
  // Fields that are not shown send nothing.
  urgency?: Urgency
  severity?: Severity
  legalImpact?: boolean
  regulatoryImpact?: boolean
  told?: string
  earlierId?: string
}

export function CheckDialog({ view, onClose }: DialogProps): ReactElement {
  const [form] = Form.useForm<Values>()
  const command = useCommand(checkComplaint)
  const chosen = Form.useWatch('finding', form)
  const { urgency, severity, legalImpact, regulatoryImpact } = view
  const save = async ({ told = '', earlierId, finding, ...rest }: Values): Promise<void> => {
    const body = {
      finding,
      urgency,
      severity,
      legalImpact,
      regulatoryImpact,
      ...rest,
      told,
      earlierId: earlierId ?? null,
    }
    if (await command.run({ params: { complaintId: view.id }, body })) onClose()
  }
  const ours = chosen === undefined || chosen === 'ours'
  return (
    <SaveDialog<Values>
      title="首次审核"
      open
      width={640}
      okText="确定"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ finding: 'ours', urgency, severity, legalImpact, regulatoryImpact }}
      note="优先级由决策表按紧急、严重程度和事由得出；医疗给付争议一律为高。"
      onClose={onClose}
      onSave={(values) => void save(values)}
    >
      <Field name="finding" label="结论" required>
        <Radio.Group options={choicesOf(FINDINGS)} vertical />
      </Field>
      {ours ? (
        <>
          <div className="ap-fields">
            <Field name="urgency" label="紧急程度">
              <Radio.Group options={choicesOf(URGENCIES)} />
            </Field>
            <Field name="severity" label="严重程度">
              <Radio.Group options={choicesOf(SEVERITIES)} />
            </Field>
          </div>
          <Form.Item name="legalImpact" valuePropName="checked">
            <Checkbox>可能有法律影响（开法务、质量待办）</Checkbox>
          </Form.Item>
          <Form.Item name="regulatoryImpact" valuePropName="checked">
            <Checkbox>可能有监管影响（开报告、质量待办）</Checkbox>
          </Form.Item>
        </>
      ) : (
        <>
          {chosen === 'already_decided' ? (
            <Field name="earlierId" label="已有决定的那一件" required>
              <ComplaintPick exceptId={view.id} />
            </Field>
          ) : null}
          <Field name="told" label="怎样告知投诉人去处或救济途径" required>
            <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={500} />
          </Field>
        </>
      )}
    </SaveDialog>
  )
}
