/** CLM-06: before the day is over, the customer is told why it takes longer and until when, by letter and notice. */
import type { ClaimStand, tellDelay as route } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { claimLifecycle, decideDelay, mayAct } from '@anpei/domain/claims'
import { dayOfInstant, ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { dueDaysOf } from './due-days.ts'
import { issueLetter } from './issue-letter.ts'
import { reporterOf } from './judge-locked.ts'
import { settleClaim } from './settle-clocks.ts'
import { lockClaim } from './store-claims.ts'

export async function tellDelay(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<ClaimStand>> {
  const locked = await lockClaim(tx, params.claimId, 'claim.letter')
  if (!locked.ok) return locked
  const claim = locked.value
  const possible = mayAct('tellDelay', claim, tx.actor, reporterOf(tx, claim))
  if (!possible.ok) return possible
  const days = await dueDaysOf(tx, claim.id)
  const delay = decideDelay({ today: dayOfInstant(tx.now), newDueOn: body.newDueOn, ...days })
  if (!delay.ok) return delay
  const letter = await issueLetter(tx, claim, {
    kind: 'delay_notice',
    step: claimLifecycle.states[claim.state].zh,
    reason: body.reason,
    newDue: body.newDueOn,
    ...delay.value,
  })
  if (!letter.ok) return letter
  tx.record({
    name: 'claim.delay_told',
    subject: { kind: 'claim', id: claim.id },
    personId: claim.personId,
    facts: { newDueOn: body.newDueOn, originalDueOn: delay.value.originalDue },
  })
  return ok(await settleClaim(tx, claim, {}))
}
