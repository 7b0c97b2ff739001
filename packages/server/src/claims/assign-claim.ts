/** ORG-07: hands a claim to a named person who is present and may review claims. */
import type { assignClaim as route, ClaimStand } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { mayOwnCases } from './owner.ts'
import { standOf } from './settle-clocks.ts'
import { lockClaim, saveClaim } from './store-claims.ts'

export async function assignClaim(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<ClaimStand>> {
  const claim = await lockClaim(tx, params.claimId, 'claim.assign')
  if (!claim.ok) return claim
  if (!await mayOwnCases(tx.db, tx.actor.tenantId, body.userId, dayOfInstant(tx.now))) return refuse('claim.owner_not_possible')
  await saveClaim(tx.db, tx.actor.tenantId, claim.value.id, tx.now, { ownerId: body.userId })
  tx.record({
    name: 'claim.assigned', subject: { kind: 'claim', id: claim.value.id }, personId: claim.value.personId,
    facts: { ownerId: body.userId, before: claim.value.ownerId }, ...(body.reason ? { reason: body.reason } : {}),
  })
  return ok(standOf(claim.value, claim.value.state))
}
