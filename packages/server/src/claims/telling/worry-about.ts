/**
 * CLM-14, CMP-07, T23: money of this claim was promised in the answer to a complaint: from now on the family is told
 * daily, until it has arrived. Marked once; whoever is told daily already stays so.
 */
import { mayAct } from '@anpei/domain/claims'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { settleClaim } from '../settle-clocks.ts'
import { lockClaimAnd } from '../store-claims.ts'

export async function worryAbout(tx: Tx, claimId: string): Promise<boolean> {
  const locked = await lockClaimAnd(tx, claimId, 'claim.collect', sql<boolean>`c.anxious`)
  if (!locked.ok || locked.value.more) return false
  const { claim } = locked.value
  if (!mayAct('markAnxious', claim, tx.actor, null).ok) return false
  tx.record({
    name: 'claim.marked_anxious',
    subject: { kind: 'claim', id: claim.id },
    personId: claim.personId,
    reason: '投诉处理决定承诺付款',
  })
  await settleClaim(tx, claim, { anxious: true })
  return true
}
