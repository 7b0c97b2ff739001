/** CLM-12: gathers due payments with confirmed accounts into one batch; two makers at once never take the same
 * payment. */
import type { makeBatch as route } from '@anpei/contract/claims'
import type { Answer, Input } from '@anpei/contract/kernel'
import { paymentLifecycle } from '@anpei/domain/claims'
import { ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { mayTransfer } from './may-transfer.ts'
import { batchViews } from './payment-views.ts'
import { fillOwnAccounts, insertBatch, lockReady } from './store-batches.ts'
import { paymentById, savePayments } from './store-payments.ts'

const MOST = 2000

export async function makeBatch(tx: Tx, { body }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const { tenantId } = tx.actor
  await fillOwnAccounts(tx.db, tenantId)
  const payments = await lockReady(tx.db, tenantId, body.paymentIds, MOST)
  const missing = body.paymentIds?.find((id) => !payments.some((one) => one.id === id))
  if (missing !== undefined) {
    const payment = await paymentById(tx.db, tenantId, missing)
    return payment ? refuse('payment.not_ready', { paymentNo: payment.paymentNo }) : refuse('request.not_found')
  }
  if (payments.length === 0) return refuse('payment.nothing_to_batch')
  const possible = body.format === 'instant' ? await mayTransfer(tx, payments) : ok(null)
  if (!possible.ok) return possible
  const moved = transition(paymentLifecycle, 'batch', 'due')
  if (!moved.ok) return moved
  const id = newId()
  await insertBatch(tx.db, tenantId, tx.now, { id, format: body.format, madeBy: tx.actor.id, payments })
  await savePayments(
    tx.db,
    tenantId,
    payments.map((one) => one.id),
    { transition: moved.value, batchId: id },
  )
  tx.record({
    name: 'payment_batch.made',
    subject: { kind: 'payment_batch', id },
    facts: {
      count: payments.length,
      totalFen: Number(payments.reduce((sum, one) => sum + one.amountFen, 0n)),
      format: body.format,
    },
  })
  const [view] = await batchViews(tx, sql<boolean>`b.id = ${id}`, 1)
  return view ? ok(view) : refuse('request.not_found')
}
