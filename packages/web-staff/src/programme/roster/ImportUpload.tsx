/** A file of people goes in for a programme; work goes on in the background, and its page opens (PRG-05). */
import { listProgrammes } from '@anpei/contract/programme'
import { Select } from 'antd'
import type { ReactElement, ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { useCall } from '../../client/index.ts'
import { DayInput, Field, Panel, UploadForm } from '../../kit/index.ts'
import { today } from '../../kernel/index.ts'

type Values = { programmeId: string; asOfOn: string; kind?: 'initial' | 'monthly' }
type Props = {
  readonly title: string
  readonly label: string
  readonly note: string
  /** What the day on which the file was true is called. */
  readonly asOf: string
  readonly initial?: Partial<Values>
  readonly busy: boolean
  readonly fault: Error | null
  /** The import that was started; null where it was refused. */
  readonly onStart: (values: Values, file: File) => Promise<{ readonly id: string } | null>
  readonly children?: ReactNode
}

export function ImportUpload(props: Props): ReactElement {
  const { title, label, note, asOf, initial, busy, fault, onStart, children } = props
  const navigate = useNavigate()
  const programmes = useCall(listProgrammes, {})
  const choices = (programmes.shown?.programmes ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const [only] = choices
  const send = async (values: Values, file: File): Promise<void> => {
    const started = await onStart(values, file)
    if (started) await navigate(`/roster-imports/${started.id}`)
  }
  return (
    <Panel title={title}>
      {only ? (
        <UploadForm<Values>
          label={label}
          act="开始导入"
          note={note}
          initial={{ ...initial, programmeId: only.value, asOfOn: today() }}
          busy={busy}
          fault={fault}
          onSend={(values, file) => {
            void send(values, file)
          }}
        >
          <Field name="programmeId" label="方案" required>
            <Select options={choices} />
          </Field>
          <Field name="asOfOn" label={asOf} required>
            <DayInput max={today()} />
          </Field>
          {children}
        </UploadForm>
      ) : (
        <p className="ap-muted">还没有可导入的方案。</p>
      )}
    </Panel>
  )
}
