/** What became of telling somebody in person, by letter or by a call (NTF-03, CLM-14). */
import { finishVisit } from '@anpei/contract/claims'
import { Form, Input, Radio } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { Field, SaveDialog } from '../../kit/index.ts'

type Values = { reached: boolean; findings: string }
type Props = { taskId: string; title: string; onClose: () => void }

export function FinishVisit({ taskId, title, onClose }: Props): ReactElement {
  const [form] = Form.useForm<Values>()
  const finish = useCommand(finishVisit)
  const save = async (body: Values): Promise<void> => {
    if (await finish.run({ params: { taskId }, body })) onClose()
  }
  return (
    <SaveDialog<Values>
      title={`登记告知结果：${title}`}
      open
      okText="登记"
      busy={finish.busy}
      fault={finish.fault}
      form={form}
      initial={{ reached: true, findings: '' }}
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
      <Field name="findings" label="经过" required help="见到谁、怎么说的；没有找到人的，写去了几次、问了谁">
        <Input.TextArea maxLength={1000} autoSize={{ minRows: 3, maxRows: 8 }} />
      </Field>
    </SaveDialog>
  )
}
