/** CLM-20: a case closes when nothing is owed; what is left of its reserves is released (CLM-19). */
import type { ClaimStand, closeClaim as route } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { claimLifecycle, decideClosing, mayAct } from '@anpei/domain/claims'
import { ok, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { closingFactsOf } from './closing-facts.ts'
import { reporterOf } from './assessment/judge-locked.ts'
import { settleClaim } from './settle-clocks.ts'
import { lockClaim } from './store-claims.ts'
import { releaseReserves } from './assessment/store-reserves.ts'

export async function closeClaim(tx: Tx, { params }: Input<typeof route>): Promise<Decision<ClaimStand>> {
  const locked = await lockClaim(tx, params.claimId, 'claim.close')
  if (!locked.ok) return locked
  const claim = locked.value
  const possible = mayAct('closeClaim', claim, tx.actor, reporterOf(tx, claim))
  if (!possible.ok) return possible
  const step = transition(claimLifecycle, 'close', claim.state)
  if (!step.ok) return step
  const gate = decideClosing(await closingFactsOf(tx, claim))
  if (!gate.ok) return gate
  await releaseReserves(tx.db, tx.actor.tenantId, tx.now, tx.actor.id, claim.id)
  tx.record({ name: 'claim.closed', subject: { kind: 'claim', id: claim.id }, personId: claim.personId })
  return ok(
    await settleClaim(tx, claim, { transition: step.value, closedAt: tx.now, closingReason: '办结', reserveFen: 0n }),
  )
}
