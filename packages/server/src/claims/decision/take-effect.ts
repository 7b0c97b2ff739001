/**
 * A decision takes effect (CLM-08, CLM-10, CLM-12): with the claim and the person's usage locked, amounts are
 * calculated
 * once more; days and sums are booked, lines decided, payments created (one per share, only the difference to what was
 * paid before), reserves brought down, events recorded and clocks derived. All in the caller's transaction; `beside` is
 * what the caller writes with it.
 */
import type { ClaimStand } from '@anpei/contract/claims'
import {
  ADVANCE_REVISION,
  effectOnClaim,
  effectOnLine,
  grantedDays,
  paymentLifecycle,
  type LineEffect,
} from '@anpei/domain/claims'
import {
  dayOfInstant,
  ok,
  refuse,
  transition,
  type Day,
  type Decision,
  type Fen,
  type Instant,
} from '@anpei/domain/kernel'
import type { Writing } from '../../db/index.ts'
import type { Tx } from '../../http/index.ts'
import { bookUsage, type LineBooking } from '../../programme/index.ts'
import { answerDispute } from '../afterwards/answer-dispute.ts'
import { earlierRecoveries } from '../afterwards/earlier-recoveries.ts'
import { issueDecisionLetter } from './issue-decision-letter.ts'
import type { Judgement } from '../assessment/judge.ts'
import { calculatedOf } from '../assessment/judge-lines.ts'
import { paymentsFor } from '../payments/payments-for.ts'
import { settleClaim } from '../settle-clocks.ts'
import { sweepAgain } from '../sweep/start-sweep.ts'
import { indebtedReports } from '../sweep/store-sweep.ts'
import { lineWritings, type ClaimChange, type ClaimRecord, type LineChange } from '../store-claims.ts'
import {
  isOnItsWay,
  newPaymentWritings,
  payeePlanOf,
  paymentsOfClaim,
  paymentWritings,
  type PaymentRecord,
} from '../payments/store-payments.ts'
import type { StoredLine } from './store-proposals.ts'
import { insertRecoveries, type NewRecovery } from '../afterwards/store-recoveries.ts'
import { reserveWritings } from '../assessment/store-reserves.ts'

export async function takeEffect(
  tx: Tx,
  claim: ClaimRecord,
  lines: readonly StoredLine[],
  judgement: Judgement,
  policyYears: readonly Day[],
  beside: readonly Writing[],
): Promise<Decision<ClaimStand>> {
  const changed = changedSince(lines, judgement)
  if (changed) return changed
  const { tenantId } = tx.actor
  const lineIds = lines.map((line) => line.lineId)
  const [recoveries, plan, indebted, earlier] = await Promise.all([
    earlierRecoveries(tx, claim, lineIds),
    payeePlanOf(tx.db, tenantId, claim.id),
    indebtedReports(tx.db, tenantId, claim.personId, claim.accidentOn),
    claim.lines.some((line) => line.decidedRevision !== null || line.advancedFen > 0n)
      ? paymentsOfClaim(tx.db, tenantId, claim.id)
      : [],
  ])
  if (!recoveries.ok) return recoveries
  const calledOff = advancesDue(earlier, lineIds)
  const effects: LineEffect[] = []
  for (const line of lines) {
    const effect = effectOf(claim, line, earlier, recoveries.value.waivedFen(line.lineId))
    if (!effect.ok) return effect
    effects.push(effect.value)
  }
  const statesAfter = claim.lines.map((line) => effects.find((one) => one.id === line.id)?.transition.to ?? line.state)
  const moved = effectOnClaim(claim.state, statesAfter)
  if (!moved.ok) return moved

  const payments = await paymentsFor(tx, claim, effects, plan)
  const asked = await recoveriesFor(tx, claim, effects)
  await recoveries.value.supersede()
  tx.later(bookUsage(tx.db, tenantId, claim, policyYears, bookingsOf(claim, lines, effects, judgement), tx.now))
  const released = effects.map((effect) => ({
    lineId: effect.id,
    beforeFen: claim.lines.find((line) => line.id === effect.id)?.reserveFen ?? 0n,
    afterFen: effect.reserveFen,
    reason: '按决定调整',
  }))
  tx.later(insertRecoveries(tx.db, tenantId, tx.now, staffId(tx), asked))
  recordDecision(tx, claim, effects, moved.value.to === 'settling')
  for (const reportId of indebted) sweepAgain(tx, reportId)
  const change: ClaimChange = {
    transition: moved.value,
    ...sumsAfter(claim, effects),
    ...(moved.value.to === 'settling' ? { decidedAt: tx.now } : {}),
  }
  const stand = await settleClaim(tx, claim, change, [
    ...beside,
    ...effects.flatMap((effect) => lineWritings(tx.db, tenantId, effect.id, decidedLine(effect, tx.now))),
    ...cancelWritings(tx, calledOff),
    ...newPaymentWritings(tx.db, tenantId, tx.now, payments),
    ...reserveWritings(tx.db, tenantId, tx.now, staffId(tx), released),
  ])
  const decided = { lines, judgement, payments, earlier }
  const letter = await issueDecisionLetter(tx, claim, decided)
  if (!letter.ok) return letter
  const answered = await answerDispute(tx, claim, decided, effects)
  return answered.ok ? ok(stand) : answered
}

function decidedLine(effect: LineEffect, now: Instant): LineChange {
  return {
    transition: effect.transition,
    payableFen: effect.payableFen,
    reserveFen: effect.reserveFen,
    denialCodes: effect.reasons,
    decidedAt: now,
    decidedRevision: effect.decidedRevision,
  }
}

/** Somebody else's decision may have used up days or sums since the proposal was made. */
function changedSince(lines: readonly StoredLine[], judgement: Judgement) {
  for (const line of lines) {
    if (line.outcome !== 'pay') continue
    const now = calculatedOf(judgement, line.benefit)
    const before = BigInt(line.payableFen)
    const fits = line.byHand ? now.ceilingFen === null || before <= now.ceilingFen : now.calculatedFen === before
    if (fits) continue
    const nowFen = Number(line.byHand ? now.ceilingFen : now.calculatedFen)
    return refuse('claim.limit_changed', { benefit: line.benefit, beforeFen: line.payableFen, nowFen })
  }
  return null
}

function effectOf(
  claim: ClaimRecord,
  line: StoredLine,
  earlier: readonly PaymentRecord[],
  waivedFen: Fen,
): Decision<LineEffect> {
  const record = claim.lines.find((one) => one.id === line.lineId)
  if (!record) return refuse('claim.line_unknown')
  const onItsWay = earlier.filter(
    (payment) => payment.lineId === line.lineId && (isOnItsWay(payment.state) || isBeingSigned(payment)),
  )
  return effectOnLine({
    id: record.id,
    benefit: record.benefit,
    outcome: line.outcome,
    payableFen: BigInt(line.payableFen),
    reasons: line.reasons,
    state: record.state,
    paidFen: record.paidFen,
    onItsWayFen: onItsWay.reduce((sum, payment) => sum + payment.amountFen, 0n),
    decidedRevision: record.decidedRevision,
    waivedFen,
  })
}

/** An advance that has not left is called off: the decision pays the whole. */
function advancesDue(earlier: readonly PaymentRecord[], lineIds: readonly string[]): string[] {
  return earlier
    .filter((one) => one.decidedRevision === ADVANCE_REVISION && one.state === 'due' && lineIds.includes(one.lineId))
    .map((one) => one.id)
}

function cancelWritings(tx: Tx, ids: readonly string[]): Writing[] {
  const cancelled = transition(paymentLifecycle, 'cancel', 'due')
  if (!cancelled.ok) throw new Error(cancelled.code)
  return paymentWritings(tx.db, tx.actor.tenantId, ids, { transition: cancelled.value })
}

/** An advance in cash between two signatures counts as given. */
function isBeingSigned(payment: PaymentRecord): boolean {
  return payment.decidedRevision === ADVANCE_REVISION && payment.state === 'signing'
}

function bookingsOf(
  claim: ClaimRecord,
  lines: readonly StoredLine[],
  effects: readonly LineEffect[],
  judgement: Judgement,
): LineBooking[] {
  return effects.map((effect): LineBooking => {
    const replaces = effect.decidedRevision > 1
    const byHand = lines.find((line) => line.lineId === effect.id)?.byHand === true
    if (effect.outcome !== 'pay') return { lineId: effect.id, spans: [], sum: null, replaces }
    if (effect.benefit !== 'hospital_allowance') {
      const sum = { benefit: effect.benefit, accidentOn: claim.accidentOn, paidFen: effect.payableFen }
      return { lineId: effect.id, spans: [], sum, replaces }
    }
    const { line, acceptedLine } = calculatedOf(judgement, effect.benefit)
    const counted = byHand ? acceptedLine : line
    return { lineId: effect.id, spans: counted ? grantedDays(counted, effect.payableFen) : [], sum: null, replaces }
  })
}

async function recoveriesFor(tx: Tx, claim: ClaimRecord, effects: readonly LineEffect[]): Promise<NewRecovery[]> {
  const made: NewRecovery[] = []
  for (const effect of effects) {
    if (effect.recoverFen === 0n) continue
    made.push({
      recoveryNo: await tx.app.numbers.draw(tx.db, 'recovery', dayOfInstant(tx.now)),
      claimId: claim.id,
      lineId: effect.id,
      decidedRevision: effect.decidedRevision,
      amountFen: effect.recoverFen,
    })
  }
  return made
}

function sumsAfter(claim: ClaimRecord, effects: readonly LineEffect[]): Pick<ClaimChange, 'payableFen' | 'reserveFen'> {
  let payableFen = 0n
  let reserveFen = 0n
  for (const line of claim.lines) {
    const effect = effects.find((one) => one.id === line.id)
    payableFen += effect ? effect.payableFen : line.payableFen
    reserveFen += effect ? effect.reserveFen : line.reserveFen
  }
  return { payableFen, reserveFen }
}

function recordDecision(tx: Tx, claim: ClaimRecord, effects: readonly LineEffect[], decided: boolean): void {
  const about = { subject: { kind: 'claim', id: claim.id }, personId: claim.personId } as const
  const payFen = effects.reduce((sum, effect) => sum + effect.payFen, 0n)
  const benefits = effects.filter((effect) => effect.outcome === 'pay').map((effect) => effect.benefit)
  if (payFen > 0n) {
    tx.record({ name: 'claim.approved', ...about, facts: { payableFen: Number(payFen), benefits } })
    tx.record({ name: 'claim.agreed', ...about, facts: { payableFen: Number(payFen) } })
  }
  for (const effect of effects) {
    const facts = { lineId: effect.id, benefit: effect.benefit }
    if (effect.outcome === 'deny')
      tx.record({ name: 'claim.line_denied', ...about, facts: { ...facts, reasons: effect.reasons } })
    if (effect.outcome === 'not_applicable') tx.record({ name: 'claim.line_set_aside', ...about, facts })
    if (effect.recoverFen > 0n)
      tx.record({ name: 'claim.recovery_opened', ...about, facts: { ...facts, amountFen: Number(effect.recoverFen) } })
  }
  if (decided)
    tx.record({
      name: 'claim.decided',
      ...about,
      facts: { payableFen: Number(effects.reduce((sum, one) => sum + one.payableFen, 0n)) },
    })
}

function staffId(tx: Tx): string | null {
  return tx.actor.kind === 'staff' ? tx.actor.id : null
}
