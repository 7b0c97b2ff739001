/** Asks for the reason (or comment) of one act, then sends it. */
import { Form, Input } from 'antd'
import type { ReactElement, ReactNode } from 'react'
import { Field } from './forms.tsx'
import { SaveDialog } from './SaveDialog.tsx'

type Props = {
  title: string
  label: string
  okText: string
  danger?: boolean
  busy: boolean
  fault: Error | null
  note?: ReactNode
  /** The name the server gives the field, so that its complaint stands beside it. */
  field?: 'reason' | 'comment' | 'note'
  max?: number
  onClose: () => void
  onSave: (reason: string) => void
}

export function ReasonDialog(props: Props): ReactElement {
  const [form] = Form.useForm<Record<string, string>>()
  const { field = 'reason', max = 300 } = props
  return (
    <SaveDialog<Record<string, string>>
      title={props.title}
      open
      okText={props.okText}
      danger={props.danger ?? false}
      busy={props.busy}
      fault={props.fault}
      form={form}
      initial={{ [field]: '' }}
      note={props.note}
      onClose={props.onClose}
      onSave={(values) => {
        props.onSave((values[field] ?? '').trim())
      }}
    >
      <Field name={field} label={props.label} required>
        <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 6 }} maxLength={max} />
      </Field>
    </SaveDialog>
  )
}
