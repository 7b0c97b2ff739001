/** CLM-04, 解释二 15: the request for supplements has reached; from here to the arrival of the papers is deducted. */
import type { ClaimStand, deliverSupplement as route } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { mayAct } from '@anpei/domain/claims'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { findLetter } from '../../notifications/index.ts'
import { reporterOf } from '../assessment/judge-locked.ts'
import { recordDelivery } from '../telling/record-delivery.ts'
import { settleClaim } from '../settle-clocks.ts'
import { lockClaim } from '../store-claims.ts'
import { paperFactsOf } from './store-papers.ts'

export async function deliverSupplement(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<ClaimStand>> {
  const locked = await lockClaim(tx, params.claimId, 'claim.letter')
  if (!locked.ok) return locked
  const claim = locked.value
  const possible = mayAct('deliverSupplement', claim, tx.actor, reporterOf(tx, claim))
  if (!possible.ok) return possible
  const { supplements } = await paperFactsOf(tx.db, tx.actor.tenantId, claim)
  const request = supplements.find((one) => one.deliveredAt === null && one.arrivedAt === null)
  const letter = request?.letterId ? await findLetter(tx.db, tx.actor.tenantId, request.letterId) : undefined
  if (!request || !letter) return refuse('supplement.none_open')
  const delivered = await recordDelivery(tx, claim, letter, request, {
    way: 'recorded',
    proof: '',
    deliveredAt: body.deliveredAt,
  })
  if (!delivered.ok) return delivered
  return ok(await settleClaim(tx, claim, {}))
}
