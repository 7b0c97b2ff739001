/** CLM-10, ORG-05: one more person agrees; with the last step the decision takes effect in the same transaction. */
import type { approveProposal as route } from '@anpei/contract/claims'
import type { Answer, Input } from '@anpei/contract/kernel'
import { decideApproval } from '@anpei/domain/claims'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { approvalFacts } from './approval-facts.ts'
import { judgeLocked } from '../assessment/judge-locked.ts'
import { mustBeImpartial } from './must-be-impartial.ts'
import { ASSESSMENT_COLUMN, assessmentRead, type AssessmentColumn } from '../assessment/store-assessments.ts'
import { lockClaimAnd, saveClaim } from '../store-claims.ts'
import { claimOfProposal, proposalColumn, proposalRead, stepWritings, type ProposalColumn } from './store-proposals.ts'
import { takeEffect } from './take-effect.ts'

export async function approveProposal(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const { tenantId } = tx.actor
  const claimId = await claimOfProposal(tx.db, tenantId, params.proposalId)
  if (claimId === null) return refuse('request.not_found')
  const locked = await lockClaimAnd(tx, claimId, 'claim.approve', judged(params.proposalId))
  if (!locked.ok) return locked
  const { claim, more } = locked.value
  const [proposal, assessment] = [proposalRead(more.proposal), assessmentRead(more.assessment, tx.vault)]
  const impartial = await mustBeImpartial(tx, claim)
  if (!impartial.ok) return impartial
  const step = decideApproval(approvalFacts(tx, claim, proposal, assessment))
  if (!step.ok) return step
  const { stepNo, final, withinAuthority } = step.value
  const made = { proposalId: proposal.id, stepNo, outcome: 'approved', by: tx.actor.id } as const
  const writings = stepWritings(tx.db, tenantId, tx.now, { ...made, withinAuthority, comment: body.comment }, final)
  tx.record({
    name: 'claim.step_approved',
    subject: { kind: 'claim', id: claim.id },
    personId: claim.personId,
    facts: { proposalId: proposal.id, stepNo, stepsNeeded: proposal.stepsNeeded },
  })
  const answer = { state: final?.to ?? proposal.state, stepsNeeded: proposal.stepsNeeded, stepsDone: stepNo }
  if (!final) {
    tx.later(saveClaim(tx.db, tenantId, claim.id, tx.now, {}, writings))
    return ok(answer)
  }
  if (!assessment) return refuse('claim.no_assessment')
  const { judgement, policyYears } = await judgeLocked(tx, claim, assessment.content.input)
  const effect = await takeEffect(tx, claim, proposal.lines, judgement, policyYears, writings)
  return effect.ok ? ok(answer) : effect
}

type Judged = { readonly proposal: ProposalColumn | null; readonly assessment: AssessmentColumn | null }

function judged(proposalId: string): RawBuilder<Judged> {
  return sql`json_build_object('proposal', ${proposalColumn(proposalId)}, 'assessment', ${ASSESSMENT_COLUMN})`
}
