/** A customer disputes the decision: which lines, when, in their own words, and who judges it again (CLM-16). */
import { disputeDecision, type ClaimView } from '@anpei/contract/claims'
import { Form, Input } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { useMay } from '../../identity/index.ts'
import { DayInput, Field, Many, SaveDialog } from '../../kit/index.ts'
import { today, yuan } from '../../kernel/index.ts'
import { StaffPick } from '../StaffPick.tsx'

type Values = { lineIds?: string[]; askedOn?: string; said?: string; ownerId?: string }
const DECIDED: readonly string[] = ['approved', 'paid', 'denied', 'not_applicable']
const T = {
  title: '登记理赔复议',
  save: '登记并重开',
  lines: '对哪些决定有异议',
  askedOn: '提出日期',
  said: '客户的意见',
  owner: '由谁重新审查（不填则自动分派）',
  note: '原来提出和批准这一决定的人须回避，由没有办过这个案件的人重新审查，作出决定时自动出具答复书。',
} as const

export function DisputeDialog({ claim, onClose }: { claim: ClaimView; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Values>()
  const command = useCommand(disputeDecision)
  const allowed = useMay()
  const save = async ({ lineIds = [], askedOn = '', said = '', ownerId }: Values): Promise<void> => {
    const body = { lineIds, askedOn, said, ownerId: ownerId ?? null }
    if (await command.run({ params: { claimId: claim.id }, body })) onClose()
  }
  const lines = claim.lines
    .filter((line) => DECIDED.includes(line.state))
    .map((line) => ({ value: line.id, label: `${line.title}（${line.stateWord}，核定 ${yuan(line.payableFen)}）` }))
  return (
    <SaveDialog<Values>
      title={T.title}
      open
      okText={T.save}
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ askedOn: today() }}
      note={T.note}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="lineIds" label={T.lines} required>
        <Many options={lines} />
      </Field>
      <Field name="askedOn" label={T.askedOn} required>
        <DayInput max={today()} />
      </Field>
      <Field name="said" label={T.said} required>
        <Input.TextArea maxLength={1000} autoSize={{ minRows: 3 }} />
      </Field>
      {allowed('identity.read') ? (
        <Field name="ownerId" label={T.owner}>
          <StaffPick />
        </Field>
      ) : null}
    </SaveDialog>
  )
}
