/** A roster file in; work goes on in the background (PRG-05). */
import { listProgrammes, startImport } from '@anpei/contract/programme'
import { Segmented, Select } from 'antd'
import type { ReactElement } from 'react'
import { useNavigate } from 'react-router'
import { useCall, useCommand } from '../client/index.ts'
import { DayInput, Field, Panel, UploadForm } from '../kit/index.ts'
import { today } from '../kernel/index.ts'

const KINDS = [
  { value: 'monthly', label: '月度全量（先列差异，确认后生效）' },
  { value: 'initial', label: '首次导入（名册为空时直接生效）' },
] as const

type Values = { programmeId: string; kind: 'initial' | 'monthly'; asOfOn: string }

export function UploadPanel(): ReactElement {
  const navigate = useNavigate()
  const programmes = useCall(listProgrammes, {})
  const start = useCommand(startImport)
  const send = async (body: Values, file: File): Promise<void> => {
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
      <UploadForm<Values>
        label="花名册文件"
        act="开始导入"
        note="有问题的行会列出原因，不影响其他行；同一文件再导一次不会有任何变化。已有名册时，变动由另一位同事确认后才生效。"
        initial={{ programmeId: only.value, kind: 'monthly', asOfOn: today() }}
        busy={start.busy}
        fault={start.fault}
        onSend={(values, file) => {
          void send(values, file)
        }}
      >
        <Field name="programmeId" label="方案" required>
          <Select options={choices} />
        </Field>
        <Field name="asOfOn" label="名册截至" required>
          <DayInput max={today()} />
        </Field>
        <Field name="kind" label="种类" required wide>
          <Segmented options={[...KINDS]} />
        </Field>
      </UploadForm>
    </Panel>
  )
}
