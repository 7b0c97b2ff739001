/** CLM-12: a failed payment goes out again, to a corrected and confirmed account of the same insured person. */
import type { PaymentView, reissuePayment as route } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { ADVANCE_REVISION, decideReissue } from '@anpei/domain/claims'
import { dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { paymentViews } from './payment-views.ts'
import { payeeById } from './store-batches.ts'
import { sweepAgain } from '../sweep/start-sweep.ts'
import { lockClaim, saveClaim, type LineRecord } from '../store-claims.ts'
import { insertPayments, paymentById, paymentsOfClaim, type PaymentRecord } from './store-payments.ts'

export async function reissuePayment(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<PaymentView>> {
  const { tenantId } = tx.actor
  const found = await paymentById(tx.db, tenantId, params.paymentId)
  if (!found) return refuse('request.not_found')
  const locked = await lockClaim(tx, found.claimId, 'payment.batch')
  if (!locked.ok) return locked
  const claim = locked.value
  const [payments, payee] = await Promise.all([
    paymentsOfClaim(tx.db, tenantId, claim.id),
    payeeById(tx.db, tenantId, body.payeeAccountId),
  ])
  const payment = payments.find((one) => one.id === found.id) ?? found
  const line = claim.lines.find((one) => one.id === payment.lineId)
  const decided = decideReissue({
    state: payment.state,
    replacedAlready: payment.replaced,
    current: line !== undefined && isCurrent(line, payment),
    payee: payee ? { state: payee.state, samePerson: payee.personId === payment.personId } : null,
  })
  if (!decided.ok) return decided
  const paymentNo = await tx.app.numbers.draw(tx.db, 'payment', dayOfInstant(tx.now))
  const [id = ''] = await insertPayments(tx.db, tenantId, tx.now, [
    {
      paymentNo,
      claimId: claim.id,
      lineId: payment.lineId,
      personId: payment.personId,
      decidedRevision: payment.decidedRevision,
      shareNo: payment.shareNo,
      payeeAccountId: body.payeeAccountId,
      amountFen: payment.amountFen,
      replaces: payment.id,
    },
  ])
  await saveClaim(tx.db, tenantId, claim.id, tx.now, {})
  tx.record({
    name: 'claim.payment_reissued',
    subject: { kind: 'claim', id: claim.id },
    personId: claim.personId,
    facts: { paymentId: id, paymentNo, replaces: payment.id, amountFen: Number(payment.amountFen) },
  })
  sweepAgain(tx, claim.reportId)
  const [view] = await paymentViews(tx, sql<boolean>`p.id = ${id}`, 1)
  return view ? ok(view) : refuse('request.not_found')
}

/** Of the standing decision; an advance, as long as there is none. */
function isCurrent(line: LineRecord, payment: PaymentRecord): boolean {
  if (payment.decidedRevision === ADVANCE_REVISION) return line.state === 'open' || line.state === 'proposed'
  return line.state === 'approved' && line.decidedRevision === payment.decidedRevision
}
