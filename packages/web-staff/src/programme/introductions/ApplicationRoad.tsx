/** The 投保单 is handed over, and the core system's answer written down where no program of its own does it (SRV-07). */
import { answerCoverApplication, handCoverApplication } from '@anpei/contract/programme'
import { CORE_ANSWERS, HANDING_WAYS, type CoreAnswer, type HandingWay } from '@anpei/domain/programme'
import { Form, Input, Radio } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { choicesOf, Field, SaveDialog } from '../../kit/index.ts'
import type { ActProps } from './introduction-act.ts'

type HandValues = { way: HandingWay }

export function HandDialog({ one, onClose }: ActProps): ReactElement {
  const [form] = Form.useForm<HandValues>()
  const command = useCommand(handCoverApplication)
  const save = async (body: HandValues): Promise<void> => {
    if (await command.run({ params: { introductionId: one.id }, body })) onClose()
  }
  return (
    <SaveDialog<HandValues>
      title={`${one.name}：递交投保单`}
      open
      okText="递交"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ way: 'enrolment' }}
      note="政府统一投保的方案走参保申请，3 个工作日内告知结果；别的产品交核心业务系统，答复会记在这里。"
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="way" label="交到哪里" required>
        <Radio.Group options={choicesOf(HANDING_WAYS)} />
      </Field>
    </SaveDialog>
  )
}

type AnswerValues = { answer: CoreAnswer; reference: string; text: string }

export function AnswerDialog({ one, onClose }: ActProps): ReactElement {
  const [form] = Form.useForm<AnswerValues>()
  const answer: unknown = Form.useWatch('answer', form)
  const command = useCommand(answerCoverApplication)
  const save = async ({ reference = '', ...values }: AnswerValues): Promise<void> => {
    if (await command.run({ params: { introductionId: one.id }, body: { ...values, reference } })) onClose()
  }
  return (
    <SaveDialog<AnswerValues>
      title={`${one.name}：核心业务系统的答复`}
      open
      okText="登记"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ answer: 'accepted', reference: '', text: '' }}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="answer" label="答复" required>
        <Radio.Group options={choicesOf(CORE_ANSWERS)} />
      </Field>
      {answer === 'accepted' ? (
        <Field name="reference" label="保单号" required>
          <Input maxLength={60} />
        </Field>
      ) : null}
      <Field name="text" label="原话" required>
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Field>
    </SaveDialog>
  )
}
