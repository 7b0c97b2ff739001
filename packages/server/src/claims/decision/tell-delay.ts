/**
 * CLM-06: before the day is over, a superior tells the customer why it takes longer and until when; who handles the
 * case asks for it (ask-extension.ts).
 */
import type { ClaimStand, tellDelay as route } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { mayAct } from '@anpei/domain/claims'
import { holds, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { reporterOf } from '../assessment/judge-locked.ts'
import { lockClaim } from '../store-claims.ts'
import { tellLater } from './tell-later.ts'

export async function tellDelay(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<ClaimStand>> {
  const locked = await lockClaim(tx, params.claimId, 'claim.letter')
  if (!locked.ok) return locked
  const claim = locked.value
  const possible = mayAct('tellDelay', claim, tx.actor, reporterOf(tx, claim))
  if (!possible.ok) return possible
  if (!holds(tx.actor, 'claim.assign') || tx.actor.kind !== 'staff') return refuse('extension.needs_superior')
  return tellLater(tx, claim, { ...body, approvedBy: tx.actor.id })
}
