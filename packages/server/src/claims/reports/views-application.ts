/** CLM-03: the filled application, before it is signed; of a claim that is decided or over there is none to sign. */
import type { getApplication as route } from '@anpei/contract/claims'
import type { Answer, Input } from '@anpei/contract/kernel'
import { mayAct } from '@anpei/domain/claims'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { applicationOf } from './application-form.ts'
import { findClaim } from '../store-claims.ts'

export async function getApplication(tx: Tx, { params }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const claim = await findClaim(tx, params.claimId, 'claim.collect')
  if (!claim.ok) return claim
  const possible = mayAct('signApplication', claim.value, tx.actor, null)
  if (!possible.ok) return possible
  return ok(await applicationOf(tx, claim.value))
}
