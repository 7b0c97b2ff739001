/** 决定: per line pay, deny or leave open; and the approval by another person (CLM-08, CLM-10). */
import type { ClaimView } from '@anpei/contract/claims'
import type { ReactElement } from 'react'
import { Empty, Panel } from '../../kit/index.ts'
import { instantText, yuan } from '../../kernel/index.ts'
import { may } from '../acts.ts'
import { ProposalForm } from './ProposalForm.tsx'
import { ProposalPanel } from './ProposalPanel.tsx'
import { ReserveButton } from '../assessment/ReserveButton.tsx'
import { StateTag } from '../tags.tsx'
import './decision.css'

const T = {
  lines: '给付项',
  none: '先完成责任认定与计算，给付项随之产生。',
  payable: '应付',
  paid: '已付',
  reserve: '准备金',
} as const

export function DecisionTab({ claim }: { claim: ClaimView }): ReactElement {
  return (
    <div className="ap-stack">
      <Panel flush title={T.lines}>
        {claim.lines.length === 0 ? (
          <Empty>{T.none}</Empty>
        ) : (
          <ul className="ap-claim-lines">
            {claim.lines.map((line) => (
              <li key={line.id}>
                <span className="ap-row">
                  <b>{line.title}</b>
                  <StateTag state={line.state} word={line.stateWord} />
                  {line.decidedAt === null ? null : (
                    <small className="ap-muted">{instantText(line.decidedAt)} 决定</small>
                  )}
                </span>
                <span className="ap-line-sums">
                  <span>
                    {T.payable}
                    <b className="ap-num">{yuan(line.payableFen)}</b>
                  </span>
                  <span>
                    {T.paid}
                    <b className="ap-num">{yuan(line.paidFen)}</b>
                  </span>
                  <span>
                    {T.reserve}
                    <b className="ap-num">{yuan(line.reserveFen)}</b>
                    {may(claim, 'changeReserve') ? <ReserveButton claimId={claim.id} line={line} /> : null}
                  </span>
                </span>
                {line.denialReasons.map((reason) => (
                  <p key={reason.code} className="ap-bad ap-small">
                    {reason.text}
                  </p>
                ))}
              </li>
            ))}
          </ul>
        )}
      </Panel>
      {claim.proposal ? <ProposalPanel claim={claim} proposal={claim.proposal} /> : null}
      {may(claim, 'proposeDecision') ? <ProposalForm key={claim.revision} claim={claim} /> : null}
    </div>
  )
}
