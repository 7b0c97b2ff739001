/** A table file in: dragged or chosen, with what must be known about it; and the place it is dropped on. */
import { Button, Form } from 'antd'
import { useRef, useState, type DragEvent, type ReactElement, type ReactNode } from 'react'
import { bytesText } from '../kernel/index.ts'
import { FormFault } from './forms.tsx'
import { Icon } from './Icon.tsx'

type Props<V extends object> = {
  /** What kind of file is wanted. */
  readonly label: string
  readonly act: string
  readonly note: string
  readonly initial: Partial<V>
  readonly busy: boolean
  readonly fault: Error | null
  readonly onSend: (values: V, file: File) => void
  /** Fields. */
  readonly children: ReactNode
}

export function UploadForm<V extends object>(props: Props<V>): ReactElement {
  const { label, act, note, initial, busy, fault, onSend, children } = props
  const [form] = Form.useForm<V>()
  const [file, setFile] = useState<File | null>(null)
  return (
    <Form<V>
      form={form}
      layout="vertical"
      initialValues={initial}
      onFinish={(values) => {
        if (file) onSend(values, file)
      }}
    >
      <FormFault form={form} fault={fault} />
      <div className="ap-fields">{children}</div>
      <DropZone label={label} file={file} onFile={setFile} />
      <div className="ap-row ap-upload-act">
        <Button type="primary" htmlType="submit" disabled={!file} loading={busy}>
          {act}
        </Button>
        <span className="ap-muted ap-small">{note}</span>
      </div>
    </Form>
  )
}

type DropProps = {
  readonly label: string
  readonly file: File | null
  readonly onFile: (file: File) => void
  /** What may be chosen, with the words for it. */
  readonly accept?: string
  readonly hint?: string
}

const TABLES = '.csv,.txt,.xlsx'

export function DropZone({ label, file, onFile, accept = TABLES, hint }: DropProps): ReactElement {
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const take = (files: FileList | null): void => {
    const first = files?.[0]
    if (first) onFile(first)
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    <div
      className="ap-drop"
      data-over={over || undefined}
      onDrop={drop}
      onDragLeave={() => {
        setOver(false)
      }}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
    >
      <input
        ref={input}
        type="file"
        className="ap-drop-file"
        tabIndex={-1}
        accept={accept}
        aria-label={label}
        onChange={(event) => {
          take(event.target.files)
        }}
      />
      <p>
        <Icon name="upload" size={22} />
      </p>
      <p>
        {file ? (
          <>
            <strong>{file.name}</strong>（{bytesText(file.size)}）
          </>
        ) : (
          (hint ?? '把 CSV 或 XLSX 文件拖到这里')
        )}
      </p>
      <Button onClick={() => input.current?.click()}>{file ? '换一个文件' : '选择文件'}</Button>
    </div>
  )
}
