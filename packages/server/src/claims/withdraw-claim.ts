/** CLM-16: 撤案 at the claimant's wish, while nothing has been decided; reserves are released. */
import type { ClaimStand, withdrawClaim as route } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { decideWithdrawal } from '@anpei/domain/claims'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { isActorsOwnCase } from './assessment/judge-locked.ts'
import { settleClaim } from './settle-clocks.ts'
import { lockClaim, saveLine } from './store-claims.ts'
import { logReserves } from './assessment/store-reserves.ts'

export async function withdrawClaim(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<ClaimStand>> {
  const { tenantId } = tx.actor
  const locked = await lockClaim(tx, params.claimId, 'claim.withdraw')
  if (!locked.ok) return locked
  const claim = locked.value
  if (isActorsOwnCase(tx, claim)) return refuse('claim.own_case')
  const decided = decideWithdrawal({ state: claim.state, lines: claim.lines })
  if (!decided.ok) return decided
  await Promise.all([
    ...decided.value.lines.map((line) =>
      saveLine(tx.db, tenantId, line.id, { transition: line.transition, reserveFen: 0n }),
    ),
    logReserves(
      tx.db,
      tenantId,
      tx.now,
      tx.actor.id,
      claim.lines.map((line) => ({
        lineId: line.id,
        beforeFen: line.reserveFen,
        afterFen: 0n,
        reason: '撤案释放',
      })),
    ),
  ])
  tx.record({
    name: 'claim.withdrawn',
    subject: { kind: 'claim', id: claim.id },
    personId: claim.personId,
    reason: body.reason,
  })
  return ok(
    await settleClaim(tx, claim, {
      transition: decided.value.transition,
      closedAt: tx.now,
      closingReason: body.reason,
      reserveFen: 0n,
    }),
  )
}
