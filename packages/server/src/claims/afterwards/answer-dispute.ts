/** The new decision answers the dispute (CLM-16): upheld or changed, told in its own letter with all remedies. */
import { answerOf, reconsiderationLifecycle, type LineEffect } from '@anpei/domain/claims'
import { dayOfInstant, ok, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { decidedLines, type Decided } from '../decision/issue-decision-letter.ts'
import { issueLetter } from '../telling/issue-letter.ts'
import type { ClaimRecord } from '../store-claims.ts'
import { openReconsideration, saveAnswered } from './store-reconsiderations.ts'

/** To be called with the claim as it was before the decision, and what the decision changed. */
export async function answerDispute(
  tx: Tx,
  claim: ClaimRecord,
  decided: Decided,
  effects: readonly LineEffect[],
): Promise<Decision<null>> {
  if (claim.reopenedCount === 0) return ok(null)
  const { tenantId } = tx.actor
  const dispute = await openReconsideration(tx.db, tenantId, claim.id)
  if (!dispute) return ok(null)
  const after = claim.lines
    .filter((line) => dispute.lineIds.includes(line.id))
    .map((line) => {
      const effect = effects.find((one) => one.id === line.id)
      return { state: effect?.transition.to ?? line.state, payableFen: effect?.payableFen ?? line.payableFen }
    })
  if (after.some((line) => line.state === 'open' || line.state === 'proposed')) return ok(null)
  const answered = transition(reconsiderationLifecycle, 'answer', dispute.state)
  if (!answered.ok) return answered
  const afterFen = after.reduce((sum, line) => sum + line.payableFen, 0n)
  const outcome = answerOf(dispute.beforeFen, afterFen)
  const letter = await issueLetter(tx, claim, {
    kind: 'reconsideration_answer',
    askedOn: dispute.askedOn,
    decidedOn: dayOfInstant(tx.now),
    decidedBy: tx.actor.name,
    outcome,
    beforeFen: dispute.beforeFen,
    afterFen,
    lines: decidedLines(claim, decided),
  })
  if (!letter.ok) return letter
  await saveAnswered(tx.db, tenantId, dispute.id, {
    transition: answered.value,
    outcome,
    letterId: letter.value.id,
    at: tx.now,
  })
  tx.record({
    name: 'claim.reconsidered',
    subject: { kind: 'claim', id: claim.id },
    personId: claim.personId,
    facts: { reconsiderationId: dispute.id, outcome, beforeFen: Number(dispute.beforeFen), afterFen: Number(afterFen) },
  })
  return ok(null)
}
