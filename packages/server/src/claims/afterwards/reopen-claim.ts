/** CLM-16: brings chosen lines of a decided or withdrawn claim back under judgement; what was paid for them stays
 * paid. What a customer disputes goes the way of 理赔复议 (dispute-decision.ts). */
import type { ClaimStand, reopenClaim as route } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { isActorsOwnCase } from '../assessment/judge-locked.ts'
import { reopenLines } from './reopen-lines.ts'
import { lockClaim } from '../store-claims.ts'

export async function reopenClaim(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<ClaimStand>> {
  const locked = await lockClaim(tx, params.claimId, 'claim.reopen')
  if (!locked.ok) return locked
  if (isActorsOwnCase(tx, locked.value)) return refuse('claim.own_case')
  return reopenLines(tx, locked.value, body)
}
