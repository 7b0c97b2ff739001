/** SRV-04, ORG-07: takes a claim nobody owns, or one's own again; two people at once never both get it. */
import type { ClaimStand, takeClaim as route } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { staffName } from '../identity/index.ts'
import { standOf } from './settle-clocks.ts'
import { lockClaim, saveClaim } from './store-claims.ts'

export async function takeClaim(tx: Tx, { params }: Input<typeof route>): Promise<Decision<ClaimStand>> {
  const claim = await lockClaim(tx, params.claimId, 'claim.review')
  if (!claim.ok) return claim
  const { ownerId, id, personId, state } = claim.value
  if (ownerId && ownerId !== tx.actor.id) {
    return refuse('claim.taken', { owner: await staffName(tx.db, tx.actor.tenantId, ownerId) })
  }
  await saveClaim(tx.db, tx.actor.tenantId, id, tx.now, { ownerId: tx.actor.id })
  tx.record({ name: 'claim.taken', subject: { kind: 'claim', id }, personId, facts: { ownerId: tx.actor.id } })
  return ok(standOf(claim.value, state))
}
