/** CLM-14: somebody who worries is told daily by a named person until the money arrives. */
import type { ClaimStand, markAnxious as route } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { mayAct } from '@anpei/domain/claims'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { settleClaim } from '../settle-clocks.ts'
import { lockClaim } from '../store-claims.ts'

export async function markAnxious(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<ClaimStand>> {
  const locked = await lockClaim(tx, params.claimId, 'claim.collect')
  if (!locked.ok) return locked
  const claim = locked.value
  const possible = mayAct('markAnxious', claim, tx.actor, null)
  if (!possible.ok) return possible
  tx.record({
    name: body.anxious ? 'claim.marked_anxious' : 'claim.unmarked_anxious',
    subject: { kind: 'claim', id: claim.id },
    personId: claim.personId,
  })
  return ok(await settleClaim(tx, claim, { anxious: body.anxious }))
}
