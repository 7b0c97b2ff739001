/** The telling itself: delay letter, notice by the event, the clock that allows it moves to the new day (CLM-06). */
import type { ClaimStand } from '@anpei/contract/claims'
import { claimLifecycle, decideDelay } from '@anpei/domain/claims'
import { dayOfInstant, ok, type Day, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { dueDaysOf } from '../due-days.ts'
import { issueLetter } from '../telling/issue-letter.ts'
import { settleClaim } from '../settle-clocks.ts'
import type { ClaimRecord } from '../store-claims.ts'

/** `approvedBy`: the superior who stands for it. */
export async function tellLater(
  tx: Tx,
  claim: ClaimRecord,
  later: { readonly reason: string; readonly newDueOn: Day; readonly approvedBy: string },
): Promise<Decision<ClaimStand>> {
  const days = await dueDaysOf(tx, claim.id)
  const delay = decideDelay({ today: dayOfInstant(tx.now), newDueOn: later.newDueOn, ...days })
  if (!delay.ok) return delay
  const letter = await issueLetter(tx, claim, {
    kind: 'delay_notice',
    step: claimLifecycle.states[claim.state].zh,
    reason: later.reason,
    newDue: later.newDueOn,
    ...delay.value,
  })
  if (!letter.ok) return letter
  tx.record({
    name: 'claim.delay_told',
    subject: { kind: 'claim', id: claim.id },
    personId: claim.personId,
    facts: {
      newDueOn: later.newDueOn,
      originalDueOn: delay.value.originalDue,
      letterId: letter.value.id,
      approvedBy: later.approvedBy,
    },
  })
  return ok(await settleClaim(tx, claim, {}))
}
