/** CLM-12: cash that nobody signs for a second time goes back to what is due; the receipt stays as it was said. */
import type { callOffCash as route, PaymentView } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { paymentLifecycle } from '@anpei/domain/claims'
import { ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { paymentViews } from './payment-views.ts'
import { callOffCashReceipt, lockCashReceipt } from './store-cash.ts'
import { lockClaim } from '../store-claims.ts'
import { paymentById, savePayments } from './store-payments.ts'

export async function callOffCash(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<PaymentView>> {
  const { tenantId, id: userId } = tx.actor
  const receipt = await lockCashReceipt(tx.db, tenantId, params.paymentId)
  const payment = await paymentById(tx.db, tenantId, params.paymentId)
  if (!payment) return refuse('request.not_found')
  const locked = await lockClaim(tx, payment.claimId, 'payment.cash')
  if (!locked.ok) return locked
  const decided = transition(paymentLifecycle, 'call_off', payment.state)
  if (!decided.ok) return decided
  if (!receipt) throw new Error(`payment ${payment.id} waits for a signature without a receipt`)
  await savePayments(tx.db, tenantId, [payment.id], { transition: decided.value })
  await callOffCashReceipt(tx.db, tenantId, receipt.id, { userId, at: tx.now, because: body.reason })
  tx.record({
    name: 'claim.cash_called_off',
    subject: { kind: 'claim', id: payment.claimId },
    personId: payment.personId,
    facts: { paymentId: payment.id, amountFen: Number(payment.amountFen) },
    reason: body.reason,
  })
  const [view] = await paymentViews(tx, sql<boolean>`p.id = ${payment.id}`, 1)
  return view ? ok(view) : refuse('request.not_found')
}
