/** An enrolment written down for an elder, by telephone, video or on site (PRG-07). */
import { recordEnrolment } from '@anpei/contract/programme'
import { ENROLMENT_CHANNELS } from '@anpei/domain/programme'
import { Form, Input, Radio } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { choicesOf, Field, SaveDialog } from '../../kit/index.ts'

const { online: _online, ...HELPED } = ENROLMENT_CHANNELS
type Values = {
  name: string
  idNumber: string
  phone: string
  channel: keyof typeof HELPED
  consent: string
}
const initial: Values = { name: '', idNumber: '', phone: '', channel: 'phone', consent: '' }

type Props = { readonly onClose: () => void; readonly onMade: (id: string) => void }

export function EnrolmentEntry({ onClose, onMade }: Props): ReactElement {
  const [form] = Form.useForm<Values>()
  const command = useCommand(recordEnrolment)
  const save = async (values: Values): Promise<void> => {
    const made = await command.run({ body: values })
    if (made) onMade(made.id)
  }
  return (
    <SaveDialog<Values>
      title="代办参保申请"
      open
      okText="收下申请"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={initial}
      note="只要身份证，不用别的资料。收下后 3 个工作日内告知结果。"
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="channel" label="怎样申请" required>
        <Radio.Group options={choicesOf(HELPED)} />
      </Field>
      <Field name="name" label="老人姓名" required>
        <Input maxLength={60} />
      </Field>
      <Field name="idNumber" label="身份证号" required>
        <Input maxLength={30} autoComplete="off" />
      </Field>
      <Field name="phone" label="联系电话" help="没有电话的，结果由人上门或当面告知">
        <Input maxLength={30} inputMode="tel" />
      </Field>
      <Field name="consent" label="怎样同意使用身份信息" required>
        <Input.TextArea
          maxLength={300}
          autoSize={{ minRows: 2, maxRows: 6 }}
          placeholder="例如：电话录音中本人同意；在家签字"
        />
      </Field>
    </SaveDialog>
  )
}
