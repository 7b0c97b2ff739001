/** CLM-16: brings chosen lines of a decided or withdrawn claim back under judgement; what was paid for them stays
 * paid. */
import type { ClaimStand, reopenClaim as route } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { decideReopen, paymentLifecycle } from '@anpei/domain/claims'
import { ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { isActorsOwnCase } from './judge-locked.ts'
import { settleClaim } from './settle-clocks.ts'
import { lockClaim, saveLine } from './store-claims.ts'
import { paymentsOfClaim, savePayments } from './store-payments.ts'

export async function reopenClaim(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<ClaimStand>> {
  const { tenantId } = tx.actor
  const locked = await lockClaim(tx, params.claimId, 'claim.reopen')
  if (!locked.ok) return locked
  const claim = locked.value
  if (isActorsOwnCase(tx, claim)) return refuse('claim.own_case')
  const decided = decideReopen({ state: claim.state, lines: claim.lines, lineIds: body.lineIds })
  if (!decided.ok) return decided
  const cancelled = transition(paymentLifecycle, 'cancel', 'due')
  if (!cancelled.ok) return cancelled
  const payments = await paymentsOfClaim(tx.db, tenantId, claim.id)
  const due = payments.filter(
    (one) => one.state === 'due' && decided.value.lines.some((line) => line.id === one.lineId),
  )
  await Promise.all([
    ...decided.value.lines.map((line) =>
      saveLine(tx.db, tenantId, line.id, { transition: line.transition, decidedAt: null, denialCodes: [] }),
    ),
    savePayments(
      tx.db,
      tenantId,
      due.map((one) => one.id),
      { transition: cancelled.value },
    ),
  ])
  tx.record({
    name: 'claim.reopened',
    subject: { kind: 'claim', id: claim.id },
    personId: claim.personId,
    reason: body.reason,
    facts: {
      cause: body.cause,
      lineIds: body.lineIds,
      newFacts: body.cause === 'new_papers',
      litigation: body.cause === 'litigation',
    },
  })
  return ok(
    await settleClaim(tx, claim, {
      transition: decided.value.transition,
      reopenedCount: claim.reopenedCount + 1,
      closedAt: null,
      closingReason: null,
      decidedAt: null,
    }),
  )
}
