/** What became of a letter, a visit or a call by a person (NTF-03). */
import { HANDED_WAYS, recordHanded } from '@anpei/contract/notifications'
import { Form, Input, Radio, Select } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { choicesOf, Field, SaveDialog } from '../kit/index.ts'

type Values = { reached: boolean; way: keyof typeof HANDED_WAYS; proof: string }

export function OutcomeDialog({ noticeId, onClose }: { noticeId: string; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Values>()
  const record = useCommand(recordHanded)
  const save = async (body: Values): Promise<void> => {
    if (await record.run({ params: { noticeId }, body })) onClose()
  }
  return (
    <SaveDialog<Values>
      title="登记告知结果"
      open
      okText="登记"
      busy={record.busy}
      fault={record.fault}
      form={form}
      initial={{ reached: true, way: 'visit', proof: '' }}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="reached" label="结果" required>
        <Radio.Group
          options={[
            { value: true, label: '告知到本人或家属' },
            { value: false, label: '没有找到人' },
          ]}
        />
      </Field>
      <Field name="way" label="方式" required>
        <Select options={choicesOf(HANDED_WAYS)} />
      </Field>
      <Field name="proof" label="凭据或经过" required help="例如签收单号、谁在场、去了几次">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={200} />
      </Field>
    </SaveDialog>
  )
}
