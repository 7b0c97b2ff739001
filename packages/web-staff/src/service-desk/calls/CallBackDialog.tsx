/** Writes down an attempt to call back; only a talk keeps the promise (T03, SLA §2 rule 11). */
import { recordCallBack, type CallView } from '@anpei/contract/service-desk'
import { Form, Input, Radio } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { Field, SaveDialog } from '../../kit/index.ts'

type Values = { reached?: boolean; note?: string }

export function CallBackDialog({ call, onClose }: { call: CallView; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Values>()
  const command = useCommand(recordCallBack)
  const save = async ({ reached = false, note = '' }: Values): Promise<void> => {
    if (await command.run({ params: { callId: call.id }, body: { reached, note } })) onClose()
  }
  return (
    <SaveDialog<Values>
      title={`登记回拨：${call.person?.name ?? call.phoneMasked}`}
      open
      okText="登记"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{}}
      note="没打通也要登记；打通之前时限照走。"
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="reached" label="结果" required>
        <Radio.Group
          options={[
            { value: true, label: '打通了，和客户说上话' },
            { value: false, label: '没打通' },
          ]}
        />
      </Field>
      <Field name="note" label="备注">
        <Input.TextArea maxLength={300} autoSize={{ minRows: 2 }} placeholder="例如：占线，半小时后再打" />
      </Field>
    </SaveDialog>
  )
}
