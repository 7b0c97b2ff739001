/** CLM-19: a person changes what is set aside for a line, with a reason; the change is logged. */
import type { changeReserve as route, ClaimStand } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { decideReserve } from '@anpei/domain/claims'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { standOf } from '../settle-clocks.ts'
import { lockClaim, saveClaim, saveLine } from '../store-claims.ts'
import { logReserves } from './store-reserves.ts'

export async function changeReserve(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<ClaimStand>> {
  const { tenantId } = tx.actor
  const locked = await lockClaim(tx, params.claimId, 'claim.reserve')
  if (!locked.ok) return locked
  const claim = locked.value
  const line = claim.lines.find((one) => one.id === body.lineId)
  if (!line) return refuse('claim.line_unknown')
  const afterFen = BigInt(body.reserveFen)
  const decided = decideReserve(line.state, line.reserveFen, afterFen)
  if (!decided.ok) return decided
  const totalFen = claim.lines.reduce((sum, one) => sum + (one.id === line.id ? afterFen : one.reserveFen), 0n)
  await Promise.all([
    saveLine(tx.db, tenantId, line.id, { reserveFen: afterFen }),
    logReserves(tx.db, tenantId, tx.now, tx.actor.id, [
      { lineId: line.id, beforeFen: line.reserveFen, afterFen, reason: body.reason },
    ]),
    saveClaim(tx.db, tenantId, claim.id, tx.now, { reserveFen: totalFen }),
  ])
  tx.record({
    name: 'claim.reserve_changed',
    subject: { kind: 'claim', id: claim.id },
    personId: claim.personId,
    reason: body.reason,
    facts: { lineId: line.id, benefit: line.benefit, beforeFen: Number(line.reserveFen), afterFen: body.reserveFen },
  })
  return ok(standOf(claim, claim.state))
}
