/** CLM-11: proof that a letter has reached, by the way it went. */
import type { ClaimStand, deliverLetter as route } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { mayAct } from '@anpei/domain/claims'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { findLetter } from '../../notifications/index.ts'
import { reporterOf } from '../assessment/judge-locked.ts'
import { recordDelivery } from './record-delivery.ts'
import { settleClaim } from '../settle-clocks.ts'
import { lockClaim } from '../store-claims.ts'
import { paperFactsOf } from '../papers/store-papers.ts'

export async function deliverLetter(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<ClaimStand>> {
  const letter = await findLetter(tx.db, tx.actor.tenantId, params.letterId)
  if (!letter) return refuse('request.not_found')
  const locked = await lockClaim(tx, letter.subjectId, 'claim.letter')
  if (!locked.ok) return locked
  const claim = locked.value
  const possible = mayAct('deliverLetter', claim, tx.actor, reporterOf(tx, claim))
  if (!possible.ok) return possible
  const { supplements } =
    letter.kind === 'supplement_notice' ? await paperFactsOf(tx.db, tx.actor.tenantId, claim) : { supplements: [] }
  const request = supplements.find((one) => one.letterId === letter.id) ?? null
  const delivered = await recordDelivery(tx, claim, letter, request, body)
  if (!delivered.ok) return delivered
  return ok(await settleClaim(tx, claim, {}))
}
