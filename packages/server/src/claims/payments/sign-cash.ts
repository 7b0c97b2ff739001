/** CLM-12: the second signature under a payment in cash; only with it the money counts as paid. */
import type { PaymentView, signCash as route } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { decideCashSigned } from '@anpei/domain/claims'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { answerPayments } from './answer-payments.ts'
import { paymentViews } from './payment-views.ts'
import { lockCashReceipt, signCashReceipt } from './store-cash.ts'
import { paymentById } from './store-payments.ts'

export async function signCash(tx: Tx, { params }: Input<typeof route>): Promise<Decision<PaymentView>> {
  const { tenantId, id: actorId } = tx.actor
  const receipt = await lockCashReceipt(tx.db, tenantId, params.paymentId)
  const payment = await paymentById(tx.db, tenantId, params.paymentId)
  if (!payment) return refuse('request.not_found')
  const decided = decideCashSigned({ state: payment.state, offeredBy: receipt?.firstSignerId ?? '', actorId })
  if (!decided.ok) return decided
  if (!receipt) throw new Error(`payment ${payment.id} waits for a signature without a receipt`)
  await signCashReceipt(tx.db, tenantId, receipt.id, { signerId: actorId, at: tx.now })
  const answers = [{ paymentId: payment.id, by: 'hand_over' as const, fault: '' }]
  const answered = await answerPayments(tx, 'payment.cash', payment.claimId, answers)
  if (!answered.ok) return answered
  tx.record({
    name: 'claim.cash_paid',
    subject: { kind: 'claim', id: payment.claimId },
    personId: payment.personId,
    facts: {
      paymentId: payment.id,
      amountFen: Number(payment.amountFen),
      receiver: receipt.receiver,
      proxyId: receipt.proxyId,
      firstSignerId: receipt.firstSignerId,
    },
  })
  const [view] = await paymentViews(tx, sql<boolean>`p.id = ${payment.id}`, 1)
  return view ? ok(view) : refuse('request.not_found')
}
