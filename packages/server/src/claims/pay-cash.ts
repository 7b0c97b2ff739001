/** CLM-12, LAW trap 15: cash only with two signatures of people who may pay cash, a photo of the handing over, and a
 * reason. */
import type { PaymentView, payCash as route } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { decideCash } from '@anpei/domain/claims'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import { storePapers } from '../documents/index.ts'
import type { ArrivedFile, Tx } from '../http/index.ts'
import { answerPayments } from './answer-payments.ts'
import { paymentViews } from './payment-views.ts'
import { insertCashReceipt, mayPayCash } from './store-batches.ts'
import { paymentById } from './store-payments.ts'

export async function payCash(
  tx: Tx,
  { params, body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<PaymentView>> {
  const { tenantId } = tx.actor
  const payment = await paymentById(tx.db, tenantId, params.paymentId)
  if (!payment) return refuse('request.not_found')
  const secondMayPayCash = await mayPayCash(tx.db, tenantId, body.secondSignerId)
  const decided = decideCash({
    state: payment.state,
    actorId: tx.actor.id,
    secondSignerId: body.secondSignerId,
    secondMayPayCash,
    photos: files.length,
  })
  if (!decided.ok) return decided
  const stored = await storePapers(tx, {
    subject: { kind: 'payment', id: payment.id },
    personId: payment.personId,
    channel: 'counter',
    receivedAt: tx.now,
    papers: [{ code: 'cash_photo', title: '现金支付照片', files }],
  })
  if (!stored.ok) return stored
  const photoFileId = stored.value[0]?.fileIds[0]
  if (photoFileId === undefined) return refuse('payment.photo_missing')
  await insertCashReceipt(tx.db, tenantId, tx.now, {
    paymentId: payment.id,
    firstSignerId: tx.actor.id,
    secondSignerId: body.secondSignerId,
    photoFileId,
    reason: body.reason,
  })
  const answered = await answerPayments(tx, 'payment.cash', payment.claimId, [
    { paymentId: payment.id, by: 'hand_over', fault: '' },
  ])
  if (!answered.ok) return answered
  tx.record({
    name: 'claim.cash_paid',
    subject: { kind: 'claim', id: payment.claimId },
    personId: payment.personId,
    facts: {
      paymentId: payment.id,
      amountFen: Number(payment.amountFen),
      secondSignerId: body.secondSignerId,
      photoFileId,
    },
  })
  const [view] = await paymentViews(tx, sql<boolean>`p.id = ${payment.id}`, 1)
  return view ? ok(view) : refuse('request.not_found')
}
