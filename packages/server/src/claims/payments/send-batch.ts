/**
 * CLM-12, ORG-05: a second person sends the batch. Accounts are looked at once more: what is no longer confirmed
 * falls out
 * and is due again; the file is made, checked against its schema, and its hash kept; or one payment goes at once.
 */
import { createHash } from 'node:crypto'
import type { sendBatch as route } from '@anpei/contract/claims'
import type { Answer, Input } from '@anpei/contract/kernel'
import { decideSend, paymentLifecycle } from '@anpei/domain/claims'
import { ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import { shareOut } from '../../customers/index.ts'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { bankFile } from './bank-file.ts'
import { painProblems } from './bank-schema.ts'
import { BANK } from './bank-partner.ts'
import { batchViews } from './payment-views.ts'
import { mayTransfer } from './may-transfer.ts'
import { TRANSFER_TASK } from './run-transfer.ts'
import {
  lockBatch,
  paymentsOfBatch,
  personsPaid,
  saveBatch,
  type BatchedPayment,
  type BatchRecord,
} from './store-batches.ts'
import { savePayments } from './store-payments.ts'
import { insertTransfer } from './store-transfers.ts'

export async function sendBatch(tx: Tx, { params }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const { tenantId } = tx.actor
  const batch = await lockBatch(tx.db, tenantId, params.batchId)
  if (!batch) return refuse('request.not_found')
  const decided = decideSend({ state: batch.state, madeBy: batch.madeBy, actorId: tx.actor.id })
  if (!decided.ok) return decided
  const sends = transition(paymentLifecycle, 'send', 'batched')
  if (!sends.ok) return sends
  const unbatches = transition(paymentLifecycle, 'unbatch', 'batched')
  if (!unbatches.ok) return unbatches
  const all = await paymentsOfBatch(tx.db, tenantId, tx.vault, batch.id)
  const payments = all.filter((one) => one.confirmed)
  if (payments.length === 0) return refuse('payment.nothing_to_batch')
  const hash = batch.format === 'instant' ? await startTransfer(tx, batch.id, payments) : await fileOf(batch, payments)
  if (!hash.ok) return hash
  const left = await shareOut(tx, {
    to: BANK,
    what: batch.format === 'instant' ? 'bank_transfer' : 'bank_file',
    format: batch.format,
    reason: `付款批次 ${batch.batchNo}`,
    rowCount: payments.length,
    sha256: hash.value,
    subjectId: batch.id,
    personIds: await personsPaid(
      tx,
      payments.map((one) => one.id),
    ),
  })
  if (!left.ok) return left
  const totalFen = payments.reduce((sum, one) => sum + one.amountFen, 0n)
  await Promise.all([
    savePayments(
      tx.db,
      tenantId,
      all.filter((one) => !one.confirmed).map((one) => one.id),
      { transition: unbatches.value, batchId: null },
    ),
    savePayments(
      tx.db,
      tenantId,
      payments.map((one) => one.id),
      { transition: sends.value },
    ),
    saveBatch(tx.db, tenantId, batch.id, {
      transition: decided.value,
      sent: { by: tx.actor.id, at: tx.now, fileHash: hash.value, count: payments.length, totalFen },
    }),
  ])
  tx.record({
    name: 'payment_batch.sent',
    subject: { kind: 'payment_batch', id: batch.id },
    facts: { count: payments.length, totalFen: Number(totalFen), fileHash: hash.value?.toString('hex') ?? null },
  })
  const [view] = await batchViews(tx, sql<boolean>`b.id = ${batch.id}`, 1)
  return view ? ok(view) : refuse('request.not_found')
}

async function fileOf(batch: BatchRecord, payments: readonly BatchedPayment[]): Promise<Decision<Buffer>> {
  const file = bankFile({ ...batch, payments })
  const problems = batch.format === 'pain.001' ? await painProblems(file.bytes.toString('utf8')) : []
  if (problems.length > 0) return refuse('payment.file_incorrect', { where: problems.slice(0, 3).join('；') })
  return ok(createHash('sha256').update(file.bytes).digest())
}

/** No file: the job that sends it is enqueued with the very transaction that says it is sent. */
async function startTransfer(tx: Tx, batchId: string, payments: readonly BatchedPayment[]): Promise<Decision<null>> {
  const possible = await mayTransfer(tx, payments)
  const [payment] = payments
  if (!possible.ok || !payment) return possible
  const id = newId()
  await insertTransfer(tx.db, tx.actor.tenantId, {
    id,
    paymentId: payment.id,
    batchId,
    requestNo: payment.paymentNo,
    amountFen: payment.amountFen,
  })
  tx.enqueue({ task: TRANSFER_TASK, payload: { transferId: id }, key: `transfer:${id}` })
  return ok(null)
}
