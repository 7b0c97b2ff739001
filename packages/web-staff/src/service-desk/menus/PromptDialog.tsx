/** Puts a recording forward: the file, what it says, whose voice, from which day (SRV-02). */
import { proposePrompt } from '@anpei/contract/service-desk'
import { LANGUAGES, type Language } from '@anpei/domain/identity'
import { CALL_LINES, PROMPT_OCCASIONS, type PromptLine, type PromptOccasion } from '@anpei/domain/service-desk'
import { App, Form, Input, Select } from 'antd'
import { useEffect, useMemo, useState, type ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { choicesOf, DayInput, Field, FilePick, SaveDialog, Tag } from '../../kit/index.ts'

type Values = {
  line: PromptLine
  occasion?: PromptOccasion
  language: Language
  words?: string
  recordedBy?: string
  validFrom?: string
  reason?: string
}
const LINES = { every: '所有线路', ...CALL_LINES } as const
const START: Values = { line: 'every', language: 'zh' }

export function PromptDialog({ onClose }: { onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Values>()
  const command = useCommand(proposePrompt)
  const { message } = App.useApp()
  const [file, setFile] = useState<File | null>(null)
  const [lacks, setLacks] = useState(false)
  const save = async (values: Values): Promise<void> => {
    const { occasion, words = '', recordedBy = '', validFrom = '', reason = '' } = values
    if (!file || !occasion) {
      setLacks(file === null)
      return
    }
    const body = { ...values, occasion, words, recordedBy, validFrom, reason }
    if (!(await command.run({ body }, [{ field: 'prompt', name: file.name, file }]))) return
    void message.success('已提交，等另一人听过、复核')
    onClose()
  }
  return (
    <SaveDialog<Values>
      title="上传录音提示"
      open
      okText="提交复核"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={START}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <RecordingField file={file} lacks={lacks} onFile={setFile} />
      <Field name="occasion" label="什么时候播" required>
        <Select placeholder="选择" options={choicesOf(PROMPT_OCCASIONS)} />
      </Field>
      <div className="ap-fields">
        <Field name="line" label="线路" required>
          <Select options={choicesOf(LINES)} />
        </Field>
        <Field name="language" label="语言、方言" required>
          <Select options={choicesOf(LANGUAGES)} />
        </Field>
      </div>
      <Field name="words" label="录音里说的话（一字不差；说到的按键也写上）" required>
        <Input.TextArea maxLength={600} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Field>
      <div className="ap-fields">
        <Field name="recordedBy" label="谁录的" required>
          <Input maxLength={40} />
        </Field>
        <Field name="validFrom" label="从哪天起播放" required>
          <DayInput />
        </Field>
      </div>
      <Field name="reason" label="理由" required>
        <Input maxLength={300} />
      </Field>
    </SaveDialog>
  )
}

type RecordingProps = {
  readonly file: File | null
  readonly lacks: boolean
  readonly onFile: (file: File) => void
}

function RecordingField({ file, lacks, onFile }: RecordingProps): ReactElement {
  return (
    <Form.Item label="录音文件（MP3 或 WAV，最大 8 MB）" required>
      <FilePick
        label={file ? '换一个文件' : '选择录音'}
        accept=".mp3,.wav,audio/mpeg,audio/wav"
        files={file ? [file] : []}
        onFiles={([first]) => {
          if (first) onFile(first)
        }}
      />
      {file ? <Sound of={file} /> : null}
      {lacks && !file ? <Tag tone="red">请选择录音文件</Tag> : null}
    </Form.Item>
  )
}

/** Heard before it is sent. */
function Sound({ of }: { of: File }): ReactElement {
  const address = useMemo(() => URL.createObjectURL(of), [of])
  useEffect(
    () => () => {
      URL.revokeObjectURL(address)
    },
    [address],
  )
  return <audio className="dk-sound" controls src={address} aria-label="听选好的录音" />
}
