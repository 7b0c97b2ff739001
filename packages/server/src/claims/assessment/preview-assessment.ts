/** CLM-09: the calculation for the facts as typed so far, by the same function that saves it; leaves no trace. */
import type { previewAssessment as route } from '@anpei/contract/claims'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { judgeClaim, shownKinds } from './judge.ts'
import { stayLevels } from './stay-levels.ts'
import { findClaim } from '../store-claims.ts'

export async function previewAssessment(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const claim = await findClaim(tx, params.claimId, 'claim.assess')
  if (!claim.ok) return claim
  const levels = await stayLevels(tx, body)
  if (!levels.ok) return levels
  const { assessed } = await judgeClaim(tx, claim.value, levels.value)
  return ok({
    id: null,
    revision: 0,
    madeBy: tx.actor.name,
    madeAt: tx.now,
    input: levels.value,
    outcome: assessed.outcome,
    payableFen: Number(assessed.payableFen),
    kinds: shownKinds(assessed),
    routing: null,
  })
}
