/** A contact with the complainant, reached or not (T22). */
import { contactComplainant } from '@anpei/contract/complaints'
import { REQUEST_CHANNELS, type ChannelName } from '@anpei/domain/service-desk'
import { Form, Input, Radio, Select } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { choicesOf, Field, InstantInput, SaveDialog } from '../kit/index.ts'
import { instantOfInput } from '../kernel/index.ts'
import type { DialogProps } from './dialog-props.ts'

type Values = { channel: ChannelName; reached?: 'yes' | 'no'; at?: string; with?: string; text?: string }

export function ContactDialog({ view, onClose }: DialogProps): ReactElement {
  const [form] = Form.useForm<Values>()
  const command = useCommand(contactComplainant)
  const save = async ({ channel, reached, at = '', with: spoken = '', text = '' }: Values): Promise<void> => {
    const body = { channel, successful: reached === 'yes', at: instantOfInput(at), with: spoken, text }
    if (await command.run({ params: { complaintId: view.id }, body })) onClose()
  }
  return (
    <SaveDialog<Values>
      title="记录联系"
      open
      okText="保存"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ channel: 'phone', with: view.complainant.name }}
      note={
        <>
          {view.complainant.phone ? <strong className="ap-num">{view.complainant.phone}</strong> : '没有留电话'}
          。承诺 1 个工作日内联系：只有真人联系上才算，没接通也记。
        </>
      }
      onClose={onClose}
      onSave={(values) => void save(values)}
    >
      <Field name="reached" label="联系上了吗" required>
        <Radio.Group
          options={[
            { value: 'yes', label: '联系上了' },
            { value: 'no', label: '没有联系上' },
          ]}
        />
      </Field>
      <div className="ap-fields">
        <Field name="channel" label="方式" required>
          <Select options={choicesOf(REQUEST_CHANNELS)} />
        </Field>
        <Field name="at" label="时间（不是现在才填）">
          <InstantInput />
        </Field>
        <Field name="with" label="和谁说的">
          <Input maxLength={40} />
        </Field>
      </div>
      <Field name="text" label="说了什么" required>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={2000} />
      </Field>
    </SaveDialog>
  )
}
