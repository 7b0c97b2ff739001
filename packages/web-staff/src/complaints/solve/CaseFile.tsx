/** CMP-06: what was said, shown and found, and which promises of the claim were broken. */
import { addComplaintEntry, type ComplaintView, type SolutionView } from '@anpei/contract/complaints'
import { ENTRY_KINDS } from '@anpei/domain/complaints'
import { Button, Form, Input, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { choicesOf, Empty, Field, FilePick, Panel, SaveDialog } from '../../kit/index.ts'
import { EntryList } from '../EntryList.tsx'

const T = {
  title: '材料与调查',
  add: '加入调查材料',
  none: '还没有材料。',
  broken: '本案超时记录（自动附上）',
  kind: '种类',
  text: '内容',
  with: '谁说的、谁在场',
  place: '地点',
  files: '选文件',
} as const

const { contact: _c, new_facts: _n, broken_promise: _b, ...KINDS } = ENTRY_KINDS

type Props = { readonly view: ComplaintView; readonly solution: SolutionView }

export function CaseFile({ view, solution }: Props): ReactElement {
  const [adding, setAdding] = useState(false)
  const { brokenPromises } = solution
  // What was said with the complainant stands above, broken promises as they stand now in their own box.
  const entries = view.entries.filter(({ kind }) => kind in KINDS && kind !== 'note')
  const may = solution.can.includes('addEntry')
  const act = may ? (
    <Button
      onClick={() => {
        setAdding(true)
      }}
    >
      {T.add}
    </Button>
  ) : null
  return (
    <Panel title={T.title} acts={act}>
      {brokenPromises.length > 0 ? (
        <div className="ap-broken" role="note">
          <b>{T.broken}</b>
          <ul>
            {brokenPromises.map((one) => (
              <li key={`${one.name}${one.dueAt}`}>{one.text}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {entries.length === 0 ? <Empty>{T.none}</Empty> : <EntryList complaintId={view.id} entries={entries} />}
      {adding ? (
        <AddEntry
          complaintId={view.id}
          onClose={() => {
            setAdding(false)
          }}
        />
      ) : null}
    </Panel>
  )
}

type EntryForm = { kind: keyof typeof KINDS; text: string; with: string; place: string }

function AddEntry({ complaintId, onClose }: { complaintId: string; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<EntryForm>()
  const [files, setFiles] = useState<readonly File[]>([])
  const command = useCommand(addComplaintEntry)
  const save = async (body: EntryForm): Promise<void> => {
    const sent = files.map((file) => ({ field: 'file', file, name: file.name }))
    if (await command.run({ params: { complaintId }, body }, sent)) onClose()
  }
  return (
    <SaveDialog<EntryForm>
      title={T.add}
      open
      okText="保存"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ kind: 'account_complainant', text: '', with: '', place: '' }}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="kind" label={T.kind} required>
        <Select options={choicesOf(KINDS)} />
      </Field>
      <Field name="text" label={T.text} required>
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} maxLength={8000} />
      </Field>
      <Field name="with" label={T.with}>
        <Input maxLength={100} />
      </Field>
      <Field name="place" label={T.place}>
        <Input maxLength={100} />
      </Field>
      <FilePick label={T.files} many files={files} onFiles={setFiles} />
    </SaveDialog>
  )
}
