/** Where a batch stands once the bank has answered some of its payments (CLM-12). */
import { batchLifecycle, decideAnswered, transferLifecycle } from '@anpei/domain/claims'
import { ok, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { countWaiting, lockBatch, saveBatch } from './store-batches.ts'
import { saveTransfer, transferOfBatch } from './store-transfers.ts'

export async function answerBatch(tx: Tx, batchId: string): Promise<Decision<null>> {
  const batch = await lockBatch(tx.db, tx.actor.tenantId, batchId)
  if (!batch || batchLifecycle.states[batch.state].phase === 'ended') return ok(null)
  const moved = decideAnswered(batch.state, await countWaiting(tx.db, tx.actor.tenantId, batchId))
  if (!moved.ok) return moved
  await saveBatch(tx.db, tx.actor.tenantId, batchId, { transition: moved.value, answeredAt: tx.now })
  if (batch.format === 'instant') await endDisputed(tx, batchId)
  return ok(null)
}

/** A return file said what became of a transfer that had gone to a person: it is settled by that. */
async function endDisputed(tx: Tx, batchId: string): Promise<void> {
  const transfer = await transferOfBatch(tx.db, tx.actor.tenantId, batchId)
  if (transfer?.state !== 'disputed') return
  const act = transfer.paymentState === 'paid' ? 'settle' : transfer.paymentState === 'failed' ? 'reject' : null
  const moved = act && transition(transferLifecycle, act, transfer.state)
  if (moved?.ok) await saveTransfer(tx.db, tx.actor.tenantId, transfer.id, { transition: moved.value })
}
