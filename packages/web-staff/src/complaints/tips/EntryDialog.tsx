/** What is done in the examination is written down; the reporter reads the questions with the code (CMP-12). */
import { recordTipEntry, type TipView } from '@anpei/contract/complaints'
import { TIP_ENTRIES } from '@anpei/domain/complaints'
import { Form, Input, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { Field, FilePick, SaveDialog } from '../../kit/index.ts'
import { ProofDialog } from '../ProofDialog.tsx'

type Props = { view: TipView; onClose: () => void }
const KINDS = ['evidence', 'interview', 'question', 'protection', 'note'] as const
type Values = { kind: (typeof KINDS)[number]; text: string }

export function EntryDialog({ view, onClose }: Props): ReactElement {
  const [form] = Form.useForm<Values>()
  const [files, setFiles] = useState<readonly File[]>([])
  const command = useCommand(recordTipEntry)
  const save = async (body: Values): Promise<void> => {
    const parts = files.map((file) => ({ field: 'file', file, name: file.name }))
    if (await command.run({ params: { tipId: view.id }, body }, parts)) onClose()
  }
  const kinds = view.state === 'closed' ? (['note'] as const) : KINDS
  return (
    <SaveDialog<Values>
      title="记录材料"
      open
      okText="保存"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ kind: kinds[0], text: '' }}
      note="只有“向举报人提问”举报人看得到。保护措施必须记：怎样不让人知道是谁举报的，举报人有没有受到报复。"
      onClose={onClose}
      onSave={(values) => void save(values)}
    >
      <Field name="kind" label="类别" required>
        <Select options={kinds.map((kind) => ({ value: kind, label: TIP_ENTRIES[kind] }))} />
      </Field>
      <Field name="text" label="内容" required>
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} maxLength={4000} />
      </Field>
      <FilePick label="附件" many files={files} onFiles={(more) => setFiles([...files, ...more])} />
    </SaveDialog>
  )
}

/** A named reporter was told. */
export function TellDialog({ view, onClose }: Props): ReactElement {
  const command = useCommand(recordTipEntry)
  return (
    <ProofDialog
      title="登记已告知举报人"
      label="怎样告知、举报人怎么说"
      busy={command.busy}
      fault={command.fault}
      onClose={onClose}
      onSave={(text, files) => {
        const sent = { params: { tipId: view.id }, body: { kind: 'told', text } } as const
        void command.run(sent, files).then((done) => done && onClose())
      }}
    />
  )
}
