/** Asks for one text — the reason of an act — and does it. */
import { Form, Input } from 'antd'
import type { ReactElement } from 'react'
import { Field, SaveDialog } from '../kit/index.ts'

type Props = {
  title: string
  open: boolean
  okText: string
  label?: string
  note?: string
  danger?: boolean
  busy: boolean
  fault: Error | null
  optional?: boolean
  onClose: () => void
  onSave: (reason: string) => void
}

type Values = { reason?: string }

export function ReasonDialog(props: Props): ReactElement {
  const [form] = Form.useForm<Values>()
  const { title, open, okText, busy, fault, onClose } = props
  const initial: Values = { reason: '' }
  return (
    <SaveDialog<Values> title={title} open={open} okText={okText} danger={props.danger ?? false} busy={busy} fault={fault} form={form}
      initial={initial} onClose={onClose} note={props.note} onSave={({ reason }) => { props.onSave(reason ?? '') }}>
      <Field name="reason" label={props.label ?? '原因'} required={!(props.optional ?? false)}>
        <Input.TextArea autoFocus autoSize={{ minRows: 3, maxRows: 8 }} maxLength={500} showCount />
      </Field>
    </SaveDialog>
  )
}
