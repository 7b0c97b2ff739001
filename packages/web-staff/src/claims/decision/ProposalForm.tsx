/** The proposal: what to pay, what to deny and why, what stays open. */
import { proposeDecision, type ClaimView } from '@anpei/contract/claims'
import { unprovedAnswers } from '@anpei/domain/claims'
import { Button, Input, Radio, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { Empty, FaultNote, Panel } from '../../kit/index.ts'
import {
  lineDrafts,
  missingIn,
  proposalOf,
  reasonChoices,
  type LineDraft,
  type ReasonChoice,
} from './proposal-draft.ts'

const T = {
  title: '提交决定',
  submit: '提交审批',
  amount: '给付金额（元）',
  reasons: '不予给付的原因（写进通知书）',
  comment: '说明',
  none: '没有待定的给付项。',
  note: '可以只提交一部分，其余继续办理。',
  pay: '给付',
  deny: '不予给付',
  notApplicable: '不适用',
  open: '暂不决定',
  unproved: (count: number) => `“责任认定与计算”里还有 ${count} 处没有写明依据`,
} as const
const OUTCOMES: { value: LineDraft['outcome']; label: string }[] = [
  { value: 'pay', label: T.pay },
  { value: 'deny', label: T.deny },
  { value: 'open', label: T.open },
]
const SET_ASIDE = { value: 'not_applicable', label: T.notApplicable } as const

export function ProposalForm({ claim }: { claim: ClaimView }): ReactElement {
  const [drafts, setDrafts] = useState(() => lineDrafts(claim))
  const command = useCommand(proposeDecision)
  const unproved = claim.assessment ? unprovedAnswers(claim.assessment.input).length : 0
  const missing = [...(unproved > 0 ? [T.unproved(unproved)] : []), ...missingIn(drafts)]
  const choices = reasonChoices(claim.assessment)
  const change = (lineId: string, part: Partial<LineDraft>): void => {
    setDrafts((now) => now.map((draft) => (draft.lineId === lineId ? { ...draft, ...part } : draft)))
  }
  const submit = (): void => {
    void command.run({ params: { claimId: claim.id }, body: proposalOf(drafts) })
  }
  const button = (
    <Button type="primary" disabled={missing.length > 0} loading={command.busy} onClick={submit}>
      {T.submit}
    </Button>
  )
  return (
    <Panel title={T.title} acts={button}>
      <FaultNote fault={command.fault} />
      {drafts.length === 0 ? <Empty>{T.none}</Empty> : <p className="ap-muted ap-small">{T.note}</p>}
      {drafts.map((draft) => (
        <LineEditor
          key={draft.lineId}
          draft={draft}
          choices={choices}
          onChange={(part) => {
            change(draft.lineId, part)
          }}
        />
      ))}
      {missing.length > 0 && drafts.length > 0 ? <p className="ap-warn ap-small">{missing.join('；')}</p> : null}
    </Panel>
  )
}

type EditorProps = { draft: LineDraft; choices: readonly ReasonChoice[]; onChange: (part: Partial<LineDraft>) => void }

function LineEditor({ draft, choices, onChange }: EditorProps): ReactElement {
  const outcomes = draft.notApplicable ? [SET_ASIDE, ...OUTCOMES] : OUTCOMES
  return (
    <fieldset className="ap-decision">
      <legend>{draft.title}</legend>
      <Radio.Group
        optionType="button"
        buttonStyle="solid"
        options={outcomes}
        value={draft.outcome}
        onChange={(event) => {
          const outcome = outcomes.find((one) => one.value === event.target.value)?.value
          if (outcome) onChange({ outcome })
        }}
      />
      {draft.outcome === 'pay' ? (
        <label>
          {T.amount}
          <Input
            inputMode="decimal"
            value={draft.amount}
            onChange={(event) => {
              onChange({ amount: event.target.value })
            }}
          />
        </label>
      ) : null}
      {draft.outcome === 'deny' ? (
        <label className="ap-grow">
          {T.reasons}
          <Select<string[]>
            mode="multiple"
            value={[...draft.reasons]}
            options={[...choices]}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(reasons) => {
              onChange({ reasons })
            }}
          />
        </label>
      ) : null}
      {draft.outcome === 'open' ? null : (
        <label className="ap-grow">
          {T.comment}
          <Input
            value={draft.comment}
            maxLength={500}
            onChange={(event) => {
              onChange({ comment: event.target.value })
            }}
          />
        </label>
      )}
    </fieldset>
  )
}
