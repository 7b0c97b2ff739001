/** ORG-07: hands an open claim to a named person who is present, may review claims, and whom the case is not about. */
import type { assignClaim as route, ClaimStand } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { isOwnCase } from '@anpei/domain/claims'
import { dayOfInstant, ok, refuse, type Actor, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { certifiedFor } from '../identity/index.ts'
import { reporterOf } from './assessment/judge-locked.ts'
import { mayOwnCases, mustBeOpen } from './owner.ts'
import { standOf } from './settle-clocks.ts'
import { lockClaim, saveClaim } from './store-claims.ts'

export async function assignClaim(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<ClaimStand>> {
  const claim = await lockClaim(tx, params.claimId, 'claim.assign')
  if (!claim.ok) return claim
  const open = mustBeOpen(claim.value.state, '分派')
  if (!open.ok) return open
  const name = await mayOwnCases(tx.db, tx.actor.tenantId, body.userId, dayOfInstant(tx.now))
  const certified = name === null ? await certifiedFor(tx, body.userId, 'claim.review') : null
  if (certified && !certified.ok) return certified
  const owner: Actor = { ...tx.actor, kind: 'staff', id: body.userId, name: name ?? '', personId: null }
  if (name === null || isOwnCase(owner, claim.value, reporterOf(tx, claim.value)))
    return refuse('claim.owner_not_possible')
  await saveClaim(tx.db, tx.actor.tenantId, claim.value.id, tx.now, { ownerId: body.userId })
  tx.record({
    name: 'claim.assigned',
    subject: { kind: 'claim', id: claim.value.id },
    personId: claim.value.personId,
    facts: { ownerId: body.userId, before: claim.value.ownerId },
    ...(body.reason ? { reason: body.reason } : {}),
  })
  return ok(standOf(claim.value, claim.value.state))
}
