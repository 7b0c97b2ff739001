/** The proposal as the approver sees it: every line, every step taken; approve or return with a comment. */
import { approveProposal, returnProposal, type ClaimView } from '@anpei/contract/claims'
import { proposalLifecycle } from '@anpei/domain/claims'
import { Button, Input } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { FaultNote, Panel, Tag } from '../../kit/index.ts'
import { instantText, yuan } from '../../kernel/index.ts'
import { may } from '../acts.ts'
import { benefitText, StateTag } from '../tags.tsx'

type Proposal = NonNullable<ClaimView['proposal']>

const T = {
  title: '审批件',
  approve: '同意',
  back: '退回',
  comment: '审批意见（退回时必填）',
  needComment: '退回须写明意见。',
  total: '合计给付',
  yours: '须由提交人之外、权限足够的人审批。',
} as const

export function ProposalPanel({ claim, proposal }: { claim: ClaimView; proposal: Proposal }): ReactElement {
  return (
    <Panel
      title={
        <span className="ap-row">
          {T.title} <StateTag state={proposal.state} word={proposalLifecycle.states[proposal.state].zh} />
        </span>
      }
    >
      <p className="ap-row">
        <span className="ap-amount">{yuan(proposal.totalFen)}</span>
        <span className="ap-muted">
          {T.total} · {proposal.madeBy} {instantText(proposal.madeAt)} 提交 · 已审 {proposal.stepsDone}/
          {proposal.stepsNeeded} 步
        </span>
      </p>
      <ul className="ap-claim-lines">
        {proposal.lines.map((line) => (
          <li key={line.lineId}>
            <span className="ap-row">
              <Tag tone={line.outcome === 'pay' ? 'green' : 'red'} icon={line.outcome === 'pay' ? 'check' : 'cross'}>
                {line.outcome === 'pay' ? '给付' : '不予给付'}
              </Tag>
              <b>{benefitText(line.benefit)}</b>{' '}
              {line.outcome === 'pay' ? <b className="ap-num">{yuan(line.payableFen)}</b> : null}
            </span>
            {line.reasons.map((reason) => (
              <p key={reason.code} className="ap-bad ap-small">
                {reason.text}
              </p>
            ))}
            {line.comment ? <p className="ap-muted">{line.comment}</p> : null}
          </li>
        ))}
      </ul>
      <ul className="ap-check-list">
        {proposal.approvals.map((step) => (
          <li key={`${step.stepNo}${step.at}`}>
            <StateTag state={step.outcome} word={step.outcome === 'approved' ? '同意' : '退回'} />第 {step.stepNo} 步{' '}
            {step.by} <span className="ap-muted ap-num">{instantText(step.at)}</span> {step.comment}
          </li>
        ))}
      </ul>
      {proposal.state === 'waiting' ? <Judge claim={claim} proposal={proposal} /> : null}
    </Panel>
  )
}

function Judge({ claim, proposal }: { claim: ClaimView; proposal: Proposal }): ReactElement {
  const [comment, setComment] = useState('')
  const [asked, setAsked] = useState(false)
  const approve = useCommand(approveProposal)
  const back = useCommand(returnProposal)
  const params = { proposalId: proposal.id }
  if (!may(proposal, 'approveProposal', 'returnProposal')) return <p className="ap-muted ap-small">{T.yours}</p>
  const giveBack = (): void => {
    setAsked(comment.trim() === '')
    if (comment.trim() !== '') void back.run({ params, body: { comment } })
  }
  return (
    <div className="ap-judge" aria-label={`${claim.claimNo} ${T.title}`} role="group">
      <FaultNote fault={approve.fault ?? back.fault} />
      <Input.TextArea
        value={comment}
        maxLength={500}
        autoSize={{ minRows: 2, maxRows: 6 }}
        placeholder={T.comment}
        aria-label={T.comment}
        status={asked ? 'error' : ''}
        onChange={(event) => {
          setComment(event.target.value)
        }}
      />
      {asked ? (
        <span className="ap-bad" role="alert">
          {T.needComment}
        </span>
      ) : null}
      <span className="ap-row">
        {may(proposal, 'approveProposal') ? (
          <Button
            type="primary"
            loading={approve.busy}
            onClick={() => {
              void approve.run({ params, body: { comment } })
            }}
          >
            {T.approve}
          </Button>
        ) : null}
        {may(proposal, 'returnProposal') ? (
          <Button danger loading={back.busy} onClick={giveBack}>
            {T.back}
          </Button>
        ) : null}
      </span>
    </div>
  )
}
