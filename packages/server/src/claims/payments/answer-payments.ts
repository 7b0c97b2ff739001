/**
 * What became of payments of one claim (CLM-12): paid or failed. A line is finished when all its shares are paid; the
 * payment clocks end with the last outstanding payment; money for a claim that is not fully decided is its certain part
 * (CLM-13, 保险法 25). The claim is locked, so two answers cannot both be the last.
 */
import { ADVANCE_REVISION, lineLifecycle, paymentLifecycle, type LineState } from '@anpei/domain/claims'
import { ok, transition, type Decision, type Fen, type Permission } from '@anpei/domain/kernel'
import type { Writing } from '../../db/index.ts'
import type { Tx } from '../../http/index.ts'
import { settleClaim } from '../settle-clocks.ts'
import { lineWritings, lockClaim, type ClaimRecord, type LineRecord } from '../store-claims.ts'
import { paymentsOfClaim, paymentWritings, type PaymentRecord } from './store-payments.ts'
import { reserveWritings } from '../assessment/store-reserves.ts'

export type PaymentAnswer = {
  readonly paymentId: string
  readonly by: 'confirm' | 'fail' | 'hand_over'
  readonly fault: string
}

export async function answerPayments(
  tx: Tx,
  permission: Permission,
  claimId: string,
  answers: readonly PaymentAnswer[],
): Promise<Decision<null>> {
  const { tenantId } = tx.actor
  // One behind the other: the payments are read when the lock is held.
  const [locked, before] = await Promise.all([
    lockClaim(tx, claimId, permission),
    paymentsOfClaim(tx.db, tenantId, claimId),
  ])
  if (!locked.ok) return locked
  const claim = locked.value
  const after = new Map(before.map((payment) => [payment.id, payment]))
  const paid: PaymentRecord[] = []
  const writings: Writing[] = []
  for (const answer of answers) {
    const payment = after.get(answer.paymentId)
    if (!payment) throw new Error(`payment ${answer.paymentId} is not of claim ${claimId}`)
    const moved = transition(paymentLifecycle, answer.by, payment.state)
    if (!moved.ok) return moved
    const arrived = moved.value.to === 'paid'
    const change = {
      transition: moved.value,
      ...(arrived ? { paidAt: tx.now } : { fault: answer.fault || '银行退回，未注明原因' }),
      ...(answer.by === 'hand_over' ? { way: 'cash' as const } : {}),
    }
    writings.push(...paymentWritings(tx.db, tenantId, [payment.id], change))
    after.set(payment.id, { ...payment, state: moved.value.to })
    if (arrived) paid.push(payment)
    else recordFailed(tx, claim, payment)
  }
  const lines = finishLines(tx, claim, paid, [...after.values()])
  if (!lines.ok) return lines
  recordPaid(tx, claim, paid, [...after.values()])
  const paidFen = claim.lines.reduce((sum, line) => sum + line.paidFen, 0n) + sumOf(paid)
  const { reserveFen } = lines.value
  await settleClaim(tx, claim, { paidFen, reserveFen }, [...writings, ...lines.value.writings])
  return ok(null)
}

/** What is to be written of what arrived to the lines, and the claim's reserve afterwards. */
function finishLines(
  tx: Tx,
  claim: ClaimRecord,
  paid: readonly PaymentRecord[],
  after: readonly PaymentRecord[],
): Decision<{ readonly reserveFen: Fen; readonly writings: readonly Writing[] }> {
  let reserveFen = 0n
  const writings: Writing[] = []
  for (const line of claim.lines) {
    const arrivedFen = sumOf(paid.filter((payment) => payment.lineId === line.id))
    if (arrivedFen === 0n) {
      reserveFen += line.reserveFen
      continue
    }
    const paidFen = line.paidFen + arrivedFen
    const isDone = line.state === 'approved' && paidFen >= line.payableFen && !after.some((one) => isOwed(one, line))
    const moved = isDone ? transition(lineLifecycle, 'finish_paying', line.state) : null
    if (moved && !moved.ok) return moved
    const left = isDone || line.reserveFen < arrivedFen ? 0n : line.reserveFen - arrivedFen
    reserveFen += left
    const { tenantId } = tx.actor
    const step = moved ? { transition: moved.value } : {}
    const released = { lineId: line.id, beforeFen: line.reserveFen, afterFen: left, reason: '支付后释放' }
    writings.push(
      ...lineWritings(tx.db, tenantId, line.id, { paidFen, reserveFen: left, ...step }),
      ...reserveWritings(tx.db, tenantId, tx.now, null, [released]),
    )
  }
  return ok({ reserveFen, writings })
}

/** A payment of the line's standing decision that has not arrived: a failed one is owed until it is issued again. */
function isOwed(payment: PaymentRecord, line: LineRecord): boolean {
  if (payment.lineId !== line.id || payment.decidedRevision !== line.decidedRevision) return false
  return paymentLifecycle.states[payment.state].phase === 'open' || (payment.state === 'failed' && !payment.replaced)
}

const UNDECIDED: readonly LineState[] = ['open', 'proposed']

function recordPaid(tx: Tx, claim: ClaimRecord, paid: readonly PaymentRecord[], after: readonly PaymentRecord[]): void {
  const about = { subject: { kind: 'claim', id: claim.id }, personId: claim.personId } as const
  const owed = claim.lines.some((line) => after.some((payment) => isOwed(payment, line)))
  for (const [index, payment] of paid.entries()) {
    const advance = payment.decidedRevision === ADVANCE_REVISION
    const partial = owed || index < paid.length - 1 || (advance && hasOpenLine(claim))
    tx.record({
      name: 'claim.paid',
      ...about,
      facts: { paymentId: payment.id, paymentNo: payment.paymentNo, amountFen: Number(payment.amountFen), partial },
    })
  }
  if (paid.length > 0 && hasOpenLine(claim)) {
    tx.record({ name: 'claim.certain_part_paid', ...about, facts: { amountFen: Number(sumOf(paid)) } })
  }
}

function hasOpenLine(claim: ClaimRecord): boolean {
  return claim.lines.some((line) => UNDECIDED.includes(line.state))
}

function recordFailed(tx: Tx, claim: ClaimRecord, payment: PaymentRecord): void {
  tx.record({
    name: 'claim.payment_failed',
    subject: { kind: 'claim', id: claim.id },
    personId: claim.personId,
    facts: { paymentId: payment.id, paymentNo: payment.paymentNo, amountFen: Number(payment.amountFen) },
  })
}

function sumOf(payments: readonly PaymentRecord[]): Fen {
  return payments.reduce((sum, payment) => sum + payment.amountFen, 0n)
}
