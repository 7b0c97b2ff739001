/**
 * A dialog around one form: opens, asks, sends, shows the refusal in place, closes on success; closed otherwise, it
 * asks once before it drops what was written.
 */
import { Form, Modal, type FormInstance } from 'antd'
import { useRef, useState, type ReactElement, type ReactNode } from 'react'
import { useAskToClose, writtenIn } from './ask-to-close.tsx'
import { useFocusBack } from './focus-back.ts'
import { FormFault } from './forms.tsx'

type Props<V extends object> = {
  title: string
  open: boolean
  okText: string
  danger?: boolean
  busy: boolean
  fault: Error | null
  form: FormInstance
  initial: V
  width?: number
  onClose: () => void
  onSave: (values: V) => void
  onChange?: (values: V) => void
  note?: ReactNode
  children: ReactNode
}

export function SaveDialog<V extends object>(props: Props<V>): ReactElement {
  const { form } = props
  const fields = useRef<HTMLDivElement>(null)
  // What a person changed; what the page fills in by itself is no loss.
  const [written, setWritten] = useState('')
  const closing = useAskToClose(written, props.onClose)
  useFocusBack()
  return (
    <Modal
      title={props.title}
      open={props.open}
      onCancel={closing.onCancel}
      okText={props.okText}
      cancelText={closing.cancelText}
      footer={closing.footer}
      width={props.width ?? 520}
      destroyOnHidden
      confirmLoading={props.busy}
      mask={{ closable: false }}
      afterOpenChange={(open) => {
        setWritten('')
        if (open) focusFirst(fields.current)
      }}
      okButtonProps={{ danger: props.danger ?? false }}
      onOk={() => {
        form.submit()
      }}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={props.initial}
        preserve={false}
        scrollToFirstError
        onFinish={(values: V) => {
          props.onSave(values)
        }}
        onValuesChange={(_changed: Partial<V>, values: V) => {
          setWritten(writtenIn(props.initial, values))
          props.onChange?.(values)
        }}
      >
        {props.note ? <p className="ap-dialog-note">{props.note}</p> : null}
        <FormFault form={form} fault={props.fault} />
        <div ref={fields}>{props.children}</div>
        {/* With it the Enter key sends the form, which its button outside would not do. */}
        <button type="submit" hidden />
      </Form>
    </Modal>
  )
}

/** The keys begin in the first field, unless one of them asked for it. */
function focusFirst(fields: HTMLElement | null): void {
  if (!fields || fields.contains(document.activeElement)) return
  fields.querySelector<HTMLElement>('input:not([type="hidden"]):not([disabled]), textarea')?.focus()
}
