/** A roster file in: dragged or chosen, CSV (also GB18030) or XLSX; work goes on in the background (PRG-05). */
import { listProgrammes, startImport } from '@anpei/contract/programme'
import { Button, Form, Segmented, Select } from 'antd'
import { useRef, useState, type DragEvent, type ReactElement } from 'react'
import { useNavigate } from 'react-router'
import { useCall, useCommand } from '../client/index.ts'
import { DayInput, Field, FormFault, Icon, Panel } from '../kit/index.ts'
import { bytesText, today } from '../kernel/index.ts'
import './programme.css'

const KINDS = [
  { value: 'monthly', label: '月度全量（先列差异，确认后生效）' },
  { value: 'initial', label: '首次导入（名册为空时直接生效）' },
] as const

type Values = { programmeId: string; kind: 'initial' | 'monthly'; asOfOn: string }

export function UploadPanel(): ReactElement {
  const [form] = Form.useForm<Values>()
  const [file, setFile] = useState<File | null>(null)
  const navigate = useNavigate()
  const programmes = useCall(listProgrammes, {})
  const start = useCommand(startImport)
  const save = async (body: Values): Promise<void> => {
    if (!file) return
    const started = await start.run({ body }, [{ field: 'table', file, name: file.name }])
    if (started) void navigate(`/roster-imports/${started.id}`)
  }
  const choices = (programmes.shown?.programmes ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const only = choices[0]
  if (!only)
    return (
      <Panel title="导入新文件">
        <p className="ap-muted">还没有可导入的方案。</p>
      </Panel>
    )
  return (
    <Panel title="导入新文件">
      <Form
        form={form}
        layout="vertical"
        initialValues={{ programmeId: only.value, kind: 'monthly', asOfOn: today() }}
        onFinish={(values: Values) => {
          void save(values)
        }}
      >
        <FormFault form={form} fault={start.fault} />
        <div className="ap-fields">
          <Field name="programmeId" label="方案" required>
            <Select options={choices} />
          </Field>
          <Field name="asOfOn" label="名册截至" required>
            <DayInput max={today()} />
          </Field>
          <Field name="kind" label="种类" required wide>
            <Segmented options={[...KINDS]} />
          </Field>
        </div>
        <DropZone label="花名册文件" file={file} onFile={setFile} />
        <div className="ap-row pg-upload-act">
          <Button type="primary" htmlType="submit" disabled={!file} loading={start.busy}>
            开始导入
          </Button>
          <span className="ap-muted ap-small">
            有问题的行会列出原因，不影响其他行；同一文件再导一次不会有任何变化。已有名册时，变动由另一位同事确认后才生效。
          </span>
        </div>
      </Form>
    </Panel>
  )
}

type DropProps = {
  label: string
  file: File | null
  onFile: (file: File) => void
  /** What may be chosen, with the words for it. */
  accept?: string
  hint?: string
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
      className="pg-drop"
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
        className="pg-file"
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
