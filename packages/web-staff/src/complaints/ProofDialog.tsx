/** Asks for the proof of something that happened, in words and as files (CMP-07, CMP-08, CMP-11). */
import { Form, Input } from 'antd'
import { useState, type ReactElement } from 'react'
import { Field, FilePick, SaveDialog } from '../kit/index.ts'

type ProofFile = { readonly field: string; readonly file: File; readonly name: string }
type Props = {
  title: string
  label: string
  help?: string
  busy: boolean
  fault: Error | null
  onClose: () => void
  onSave: (proof: string, files: readonly ProofFile[]) => void
}

export function ProofDialog({ title, label, help, busy, fault, onClose, onSave }: Props): ReactElement {
  const [form] = Form.useForm<{ proof: string }>()
  const [files, setFiles] = useState<readonly File[]>([])
  return (
    <SaveDialog<{ proof: string }>
      title={title}
      open
      okText="保存"
      busy={busy}
      fault={fault}
      form={form}
      initial={{ proof: '' }}
      onClose={onClose}
      onSave={({ proof }) => {
        onSave(
          proof,
          files.map((file) => ({ field: 'file', file, name: file.name })),
        )
      }}
    >
      <Field name="proof" label={label} required help={help}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
      </Field>
      <FilePick label="上传凭证" many files={files} onFiles={setFiles} />
    </SaveDialog>
  )
}
