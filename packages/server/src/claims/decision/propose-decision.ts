/**
 * CLM-08, CLM-10: puts chosen lines forward for a decision. A simple case within the table is decided straight through,
 * to pay only; everything else waits for as many people as the amounts demand.
 */
import type { proposeDecision as route } from '@anpei/contract/claims'
import type { Answer, Input } from '@anpei/contract/kernel'
import {
  claimLifecycle,
  decideProposal,
  lineLifecycle,
  proposalLifecycle,
  unprovedAnswers,
  unprovedTitles,
} from '@anpei/domain/claims'
import { ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import type { Writing } from '../../db/index.ts'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { isOutdated } from '../assessment/judge.ts'
import { judgedLines } from '../assessment/judge-lines.ts'
import { isActorsOwnCase, judgeLocked } from '../assessment/judge-locked.ts'
import { mustBeImpartial } from './must-be-impartial.ts'
import { routeClaim } from '../assessment/route-claim.ts'
import { settleClaim } from '../settle-clocks.ts'
import { ASSESSMENT_COLUMN, assessmentRead } from '../assessment/store-assessments.ts'
import { lineWritings, lockClaimAnd, type ClaimRecord } from '../store-claims.ts'
import { proposalWriting, stepWriting, storedLines, type NewProposal } from './store-proposals.ts'
import { takeEffect } from './take-effect.ts'

export async function proposeDecision(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const { tenantId } = tx.actor
  const locked = await lockClaimAnd(tx, params.claimId, 'claim.assess', ASSESSMENT_COLUMN)
  if (!locked.ok) return locked
  const { claim, more } = locked.value
  const assessment = assessmentRead(more, tx.vault)
  if (isActorsOwnCase(tx, claim)) return refuse('claim.own_case')
  const impartial = await mustBeImpartial(tx, claim)
  if (!impartial.ok) return impartial
  if (!assessment) return refuse('claim.no_assessment')
  const { input } = assessment.content
  const judging = judgeLocked(tx, claim, input)
  const assessing = judging.then(({ judgement: { assessed } }) => assessed)
  const [{ judgement, policyYears }, routing] = await Promise.all([judging, routeClaim(tx, claim, assessing, input)])
  const decided = decideProposal({
    claimState: claim.state,
    claimClass: claim.class,
    lines: judgedLines(claim.lines, judgement),
    wishes: body.lines.map((line) => ({ ...line, payableFen: BigInt(line.payableFen) })),
    outdated:
      isOutdated(claim, assessment) ||
      judgement.assessed.payableFen !== assessment.payableFen ||
      judgement.assessed.outcome !== assessment.outcome,
    unproved: unprovedTitles(unprovedAnswers(input), judgement.version.exclusions),
    byPerson: tx.actor.kind === 'staff',
    routing: routing.table,
  })
  if (!decided.ok) return decided
  const proposal = decided.value
  const made: NewProposal = {
    id: newId(),
    claimId: claim.id,
    assessmentId: assessment.id,
    lines: storedLines(proposal.lines),
    totalFen: proposal.totalFen,
    stepsNeeded: proposal.stepsNeeded,
    madeBy: tx.actor.kind === 'staff' ? tx.actor.id : null,
    stepsDone: 0,
    ended: null,
  }
  tx.record({
    name: 'claim.proposed',
    subject: { kind: 'claim', id: claim.id },
    personId: claim.personId,
    facts: {
      proposalId: made.id,
      totalFen: Number(made.totalFen),
      stepsNeeded: made.stepsNeeded,
      denies: proposal.lines.some((line) => line.outcome === 'deny'),
    },
  })
  if (proposal.stepsNeeded === 0) {
    return straightThrough(tx, proposed(claim, made), made, (after, beside) =>
      takeEffect(tx, after, made.lines, judgement, policyYears, beside),
    )
  }
  await settleClaim(tx, claim, { transition: proposal.transition }, [
    proposalWriting(tx.db, tenantId, tx.now, made),
    ...proposal.lines.flatMap((line) => lineWritings(tx.db, tenantId, line.lineId, { transition: line.transition })),
  ])
  return ok({ proposalId: made.id, state: proposalLifecycle.initial, stepsNeeded: made.stepsNeeded })
}

/** The claim as it stands once proposed, for a decision that follows at once. */
function proposed(claim: ClaimRecord, made: NewProposal): ClaimRecord {
  return {
    ...claim,
    state: claimLifecycle.transitions.propose.to,
    lines: claim.lines.map((line) =>
      made.lines.some((one) => one.lineId === line.id)
        ? { ...line, state: lineLifecycle.transitions.propose.to }
        : line,
    ),
  }
}

async function straightThrough(
  tx: Tx,
  claim: ClaimRecord,
  made: NewProposal,
  decide: (claim: ClaimRecord, beside: readonly Writing[]) => Promise<Decision<unknown>>,
): Promise<Decision<Answer<typeof route>>> {
  const ended = transition(proposalLifecycle, 'approve', proposalLifecycle.initial)
  if (!ended.ok) return ended
  const { tenantId } = tx.actor
  const step = { proposalId: made.id, stepNo: 1, outcome: 'approved', by: null } as const
  const effect = await decide(claim, [
    proposalWriting(tx.db, tenantId, tx.now, { ...made, stepsDone: step.stepNo, ended: ended.value }),
    stepWriting(tx.db, tenantId, tx.now, { ...step, withinAuthority: true, comment: '简易案件直通' }),
  ])
  return effect.ok ? ok({ proposalId: made.id, state: ended.value.to, stepsNeeded: 0 }) : effect
}
