/** A dialog of the plan of a 重大投诉: a few fields, one command, shut once it went through. */
import { Form } from 'antd'
import type { ReactElement, ReactNode } from 'react'
import { SaveDialog } from '../../kit/index.ts'

type Props<V extends object> = {
  readonly title: string
  readonly okText: string
  readonly command: { readonly busy: boolean; readonly fault: Error | null }
  /** Falsy: it was refused, and the dialog says why. */
  readonly onSend: (values: V) => Promise<unknown>
  readonly onClose: () => void
  readonly children: ReactNode
}

export function PlainDialog<V extends object>(props: Props<V>): ReactElement {
  const { title, okText, command, onSend, onClose, children } = props
  const [form] = Form.useForm<V>()
  const save = async (): Promise<void> => {
    if (await onSend(form.getFieldsValue())) onClose()
  }
  return (
    <SaveDialog<object>
      title={title}
      open
      okText={okText}
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{}}
      onClose={onClose}
      onSave={() => {
        void save()
      }}
    >
      {children}
    </SaveDialog>
  )
}
