/** CLM-06: all required papers have come; the review's promised days run from the arrival of the last one. */
import type { ClaimStand, completeFile as route } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { claimLifecycle, decideCompleteFile } from '@anpei/domain/claims'
import { ok, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { lockWithChecklist } from './checklist-of.ts'
import { settleClaim } from '../settle-clocks.ts'

export async function completeFile(tx: Tx, { params }: Input<typeof route>): Promise<Decision<ClaimStand>> {
  const locked = await lockWithChecklist(tx, params.claimId, 'claim.collect')
  if (!locked.ok) return locked
  const { claim, checklist } = locked.value
  const step = transition(claimLifecycle, 'complete_file', claim.state)
  if (!step.ok) return step
  const since = decideCompleteFile(checklist.items, {
    registeredAt: claim.receivedAt,
    waivedAt: checklist.waivedAt,
    now: tx.now,
  })
  if (!since.ok) return since
  tx.record({
    name: 'claim.file_completed',
    subject: { kind: 'claim', id: claim.id },
    personId: claim.personId,
    at: since.value,
  })
  return ok(await settleClaim(tx, claim, { transition: step.value, papersCompletedAt: since.value }))
}
