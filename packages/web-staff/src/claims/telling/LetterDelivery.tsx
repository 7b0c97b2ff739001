/** Records how and when a letter reached the customer, with the proof. */
import { deliverLetter, type ClaimView } from '@anpei/contract/claims'
import { Form, Input, Radio } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { Field, InstantInput, SaveDialog } from '../../kit/index.ts'
import { instantOfInput } from '../../kernel/index.ts'

const WAYS = [
  { value: 'counter', label: '柜面' },
  { value: 'visit', label: '上门' },
  { value: 'post', label: '邮寄' },
  { value: 'sms', label: '短信' },
  { value: 'wechat', label: '微信' },
  { value: 'email', label: '邮件' },
] as const
type Way = (typeof WAYS)[number]['value']
type Values = { way?: Way; proof?: string; delivered?: string }

const T = {
  title: '登记送达',
  way: '送达方式',
  proof: '凭据',
  proofHelp: '例如：签收人姓名、回执号、快递单号',
  when: '送达时间（不填为现在）',
} as const

export function LetterDelivery({
  letter,
  onClose,
}: {
  letter: ClaimView['letters'][number]
  onClose: () => void
}): ReactElement {
  const [form] = Form.useForm<Values>()
  const command = useCommand(deliverLetter)
  const save = async ({ way, proof, delivered }: Values): Promise<void> => {
    if (!way) return
    const body = { way, proof: proof ?? '', deliveredAt: instantOfInput(delivered ?? '') }
    if (await command.run({ params: { letterId: letter.id }, body })) onClose()
  }
  return (
    <SaveDialog<Values>
      title={`${letter.title}：${T.title}`}
      open
      okText={T.title}
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ way: 'counter' }}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="way" label={T.way} required>
        <Radio.Group options={[...WAYS]} />
      </Field>
      <Field name="proof" label={T.proof} help={T.proofHelp} required>
        <Input maxLength={300} />
      </Field>
      <Field name="delivered" label={T.when}>
        <InstantInput />
      </Field>
    </SaveDialog>
  )
}
