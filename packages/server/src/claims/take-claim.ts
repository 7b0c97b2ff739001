/**
 * SRV-04, ORG-07: takes an open claim nobody owns, or one's own again; two people at once never both get it, and nobody
 * takes a case about himself (ORG-05).
 */
import type { ClaimStand, takeClaim as route } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { staffName } from '../identity/index.ts'
import { isActorsOwnCase } from './assessment/judge-locked.ts'
import { mustBeOpen } from './owner.ts'
import { standOf } from './settle-clocks.ts'
import { lockClaim, saveClaim } from './store-claims.ts'

export async function takeClaim(tx: Tx, { params }: Input<typeof route>): Promise<Decision<ClaimStand>> {
  const claim = await lockClaim(tx, params.claimId, 'claim.review')
  if (!claim.ok) return claim
  const { ownerId, id, personId, state } = claim.value
  const open = mustBeOpen(state, '领取')
  if (!open.ok) return open
  if (isActorsOwnCase(tx, claim.value)) return refuse('claim.own_case')
  if (ownerId && ownerId !== tx.actor.id) {
    return refuse('claim.taken', { owner: await staffName(tx.db, tx.actor.tenantId, ownerId) })
  }
  await saveClaim(tx.db, tx.actor.tenantId, id, tx.now, { ownerId: tx.actor.id })
  tx.record({ name: 'claim.taken', subject: { kind: 'claim', id }, personId, facts: { ownerId: tx.actor.id } })
  return ok(standOf(claim.value, state))
}
