/** Writes a closed complaint down for the library; whoever could be found by it is refused with what gave it away. */
import { draftLibraryCase } from '@anpei/contract/complaints'
import { Form, Input } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { Field, SaveDialog } from '../../kit/index.ts'

type Props = { readonly complaintId: string; readonly onClose: () => void }
type Values = { title: string; happened: string; reason: string; handled: string; lesson: string }
const PARTS = [
  ['happened', '发生了什么', 3000],
  ['reason', '原因', 2000],
  ['handled', '怎样处理', 2000],
  ['lesson', '以后怎样做', 2000],
] as const

export function CaseDialog({ complaintId, onClose }: Props): ReactElement {
  const [form] = Form.useForm<Values>()
  const command = useCommand(draftLibraryCase)
  const save = async (body: Values): Promise<void> => {
    if (await command.run({ params: { complaintId }, body })) onClose()
  }
  return (
    <SaveDialog<Values>
      title="编入案例库"
      open
      width={760}
      okText="提交复核"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ title: '', happened: '', reason: '', handled: '', lesson: '' }}
      note="不得认出任何人：不写姓名、编号、电话、地址、村居、网点、具体日期和金额。系统先查一遍，再由另一人复核。"
      onClose={onClose}
      onSave={(values) => void save(values)}
    >
      <Field name="title" label="标题" required>
        <Input maxLength={100} />
      </Field>
      {PARTS.map(([name, label, max]) => (
        <Field key={name} name={name} label={label} required>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={max} />
        </Field>
      ))}
    </SaveDialog>
  )
}
