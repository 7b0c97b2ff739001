/** One step of a change: its day, what it says, its paper (PRG-08). */
import { openChange, recordChangeStep, StepBody, type ChangeView } from '@anpei/contract/programme'
import { Form, Input, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { DayInput, Field, SaveDialog, DropZone } from '../../kit/index.ts'
import { today } from '../../kernel/index.ts'
import { AUDIENCE_CHOICES, STEP_FORMS, type FormKind, type StepField } from './step-fields.ts'

type Values = Record<string, string>
type Props = { view: ChangeView; kind: FormKind; onClose: () => void }

export function StepDialog({ view, kind, onClose }: Props): ReactElement {
  const [form] = Form.useForm<Values>()
  const [file, setFile] = useState<File | null>(null)
  const record = useCommand(recordChangeStep)
  const asked = STEP_FORMS[kind]
  const changeId = view.change?.id ?? ''
  const save = async (values: Values): Promise<void> => {
    const body = StepBody.safeParse({ ...values, kind })
    if (!body.success) {
      form.setFields(body.error.issues.map((issue) => ({ name: String(issue.path[0]), errors: [issue.message] })))
      return
    }
    if (await record.run({ params: { changeId }, body: body.data }, paperOf(file))) onClose()
  }
  return (
    <SaveDialog<Values>
      title={asked.title}
      open
      okText="登记"
      danger={kind === 'drop'}
      busy={record.busy}
      fault={record.fault}
      form={form}
      initial={{ happenedOn: today() }}
      note={asked.note}
      width={600}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="happenedOn" label="日期" required>
        <DayInput />
      </Field>
      {asked.fields.map((field) => (
        <Field
          key={field.name}
          name={field.name}
          label={field.label}
          required={field.name !== 'note'}
          help={field.help}
        >
          <FieldInput field={field} view={view} />
        </Field>
      ))}
      {asked.paper === 'no' ? null : <PaperInput needed={asked.paper === 'needed'} file={file} onFile={setFile} />}
    </SaveDialog>
  )
}

type InputProps = {
  field: StepField
  view: ChangeView
  id?: string
  value?: string
  onChange?: (value: string) => void
}

function FieldInput({ field, view, ...bound }: InputProps): ReactElement {
  const typed = {
    ...bound,
    onChange: (event: { target: { value: string } }) => {
      bound.onChange?.(event.target.value)
    },
  }
  switch (field.as) {
    case 'day':
      return <DayInput {...bound} />
    case 'audience':
      return <Select options={[...AUDIENCE_CHOICES]} {...bound} />
    case 'objection':
      return <Select options={objectionsOf(view)} {...bound} />
    case 'text':
      return <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} {...typed} />
    case 'line':
      return <Input maxLength={200} {...typed} />
  }
}

function objectionsOf(view: ChangeView): { value: string; label: string }[] {
  return (view.change?.steps ?? [])
    .filter((step) => step.kind === 'objection' && step.stands)
    .map((step) => ({ value: step.id, label: step.lines.map((line) => line.text).join('：') }))
}

type PaperProps = { needed: boolean; file: File | null; onFile: (file: File | null) => void }

function PaperInput({ needed, file, onFile }: PaperProps): ReactElement {
  return (
    <DropZone
      label="文件"
      accept=".pdf,.jpg,.jpeg,.png,.webp,.heic"
      hint={needed ? '把文件拖到这里（必须附，PDF 或照片）' : '把文件拖到这里（可不附，PDF 或照片）'}
      file={file}
      onFile={onFile}
    />
  )
}

function paperOf(file: File | null): { field: string; file: File; name: string }[] {
  return file ? [{ field: 'paper', file, name: file.name }] : []
}

type Trigger = { happenedOn: string; why: string; askedBy: string }

/** Why, and who asked: with this the road of a change begins. */
export function OpenDialog({ versionId, onClose }: { versionId: string; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Trigger>()
  const [file, setFile] = useState<File | null>(null)
  const open = useCommand(openChange)
  const save = async (body: Trigger): Promise<void> => {
    if (await open.run({ params: { versionId }, body }, paperOf(file))) onClose()
  }
  return (
    <SaveDialog<Trigger>
      title="登记变更"
      open
      okText="登记"
      busy={open.busy}
      fault={open.fault}
      form={form}
      initial={{ happenedOn: today(), why: '', askedBy: '' }}
      note="每次变更都从这里开始：为什么要改、谁提出的。"
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="happenedOn" label="提出日期" required>
        <DayInput max={today()} />
      </Field>
      <Field name="askedBy" label="谁提出" required>
        <Input maxLength={100} />
      </Field>
      <Field name="why" label="为什么" required>
        <Input.TextArea autoSize={{ minRows: 3 }} maxLength={2000} />
      </Field>
      <PaperInput needed={false} file={file} onFile={setFile} />
    </SaveDialog>
  )
}
