/** New facts or reasons: the legal clock begins anew (CMP-03). */
import { addNewFacts } from '@anpei/contract/complaints'
import { Form, Input } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { Field, FilePick, InstantInput, SaveDialog } from '../kit/index.ts'
import { instantOfInput } from '../kernel/index.ts'
import type { DialogProps } from './dialog-props.ts'

type Values = { text?: string; at?: string }

export function FactsDialog({ view, onClose }: DialogProps): ReactElement {
  const [form] = Form.useForm<Values>()
  const [files, setFiles] = useState<readonly File[]>([])
  const command = useCommand(addNewFacts)
  const save = async ({ text = '', at = '' }: Values): Promise<void> => {
    const parts = files.map((file) => ({ field: 'file', file, name: file.name }))
    const body = { text, at: instantOfInput(at) }
    if (await command.run({ params: { complaintId: view.id }, body }, parts)) onClose()
  }
  return (
    <SaveDialog<Values>
      title="新的事实或理由"
      open
      okText="保存"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{}}
      note="法定期限自收到新的材料之日重新计算，原期限留档为“已被取代”。只是补充说明的，请用“补充材料”。"
      onClose={onClose}
      onSave={(values) => void save(values)}
    >
      <Field name="text" label="投诉人提出的新的事实或理由" required>
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 10 }} maxLength={4000} />
      </Field>
      <Field name="at" label="收到时间（不是现在才填）">
        <InstantInput />
      </Field>
      <FilePick label="材料" many files={files} onFiles={(more) => setFiles([...files, ...more])} />
    </SaveDialog>
  )
}
