/** Reopen: why, and which lines (CLM-16). */
import { reopenClaim, type ClaimView } from '@anpei/contract/claims'
import { Form, Input, Radio } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { Field, Many, SaveDialog } from '../../kit/index.ts'
import { yuan } from '../../kernel/index.ts'

const CAUSES = [
  { value: 'underpaid', label: '少赔，更正补付' },
  { value: 'overpaid', label: '多付，追回' },
  { value: 'new_papers', label: '有新资料' },
  { value: 'litigation', label: '诉讼或仲裁' },
] as const
type Cause = (typeof CAUSES)[number]['value']
type Values = { cause?: Cause; lineIds?: string[]; reason?: string }

const T = { title: '重开赔案', save: '重开', cause: '缘由', lines: '重开哪些给付项', reason: '说明' } as const

export function ReopenDialog({ claim, onClose }: { claim: ClaimView; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Values>()
  const command = useCommand(reopenClaim)
  const save = async ({ cause, lineIds, reason }: Values): Promise<void> => {
    if (!cause || !lineIds) return
    if (await command.run({ params: { claimId: claim.id }, body: { cause, lineIds, reason: reason ?? '' } })) onClose()
  }
  const [only, ...others] = claim.lines
  const lines = claim.lines.map((line) => ({
    value: line.id,
    label: `${line.title}（${line.stateWord}，已付 ${yuan(line.paidFen)}）`,
  }))
  return (
    <SaveDialog<Values>
      title={T.title}
      open
      okText={T.save}
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={only && others.length === 0 ? { lineIds: [only.id] } : {}}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="cause" label={T.cause} required>
        <Radio.Group vertical options={[...CAUSES]} />
      </Field>
      <Field name="lineIds" label={T.lines} required>
        <Many options={lines} />
      </Field>
      <Field name="reason" label={T.reason} required>
        <Input.TextArea maxLength={500} autoSize={{ minRows: 3 }} />
      </Field>
    </SaveDialog>
  )
}
