/** Brings chosen lines back under judgement, for whatever cause (CLM-16); payments not sent yet are called off. */
import type { ClaimStand } from '@anpei/contract/claims'
import { decideReopen, paymentLifecycle } from '@anpei/domain/claims'
import { ok, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { settleClaim } from '../settle-clocks.ts'
import { saveLine, type ClaimRecord } from '../store-claims.ts'
import { paymentsOfClaim, savePayments, type PaymentRecord } from '../payments/store-payments.ts'

export type Reopened = {
  readonly cause: 'underpaid' | 'overpaid' | 'disputed' | 'new_papers' | 'litigation'
  readonly lineIds: readonly string[]
  readonly reason: string
  /** Who works on it from now; undefined leaves it with whom it is. */
  readonly ownerId?: string | null
}

export async function reopenLines(tx: Tx, claim: ClaimRecord, what: Reopened): Promise<Decision<ClaimStand>> {
  const { tenantId } = tx.actor
  const decided = decideReopen({ state: claim.state, lines: claim.lines, lineIds: what.lineIds })
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
    reason: what.reason,
    facts: {
      cause: what.cause,
      lineIds: what.lineIds,
      newFacts: what.cause === 'new_papers',
      litigation: what.cause === 'litigation',
      nothingOwed: payments.every((one) => due.includes(one) || !isOwed(one, what.lineIds)),
    },
  })
  return ok(
    await settleClaim(tx, claim, {
      transition: decided.value.transition,
      reopenedCount: claim.reopenedCount + 1,
      closedAt: null,
      closingReason: null,
      decidedAt: null,
      ...(what.ownerId === undefined ? {} : { ownerId: what.ownerId }),
    }),
  )
}

/** Money under way arrives; what failed for a line that stays decided is issued again. */
function isOwed({ state, lineId, replaced }: PaymentRecord, reopened: readonly string[]): boolean {
  return (
    paymentLifecycle.states[state].phase === 'open' || (state === 'failed' && !replaced && !reopened.includes(lineId))
  )
}
