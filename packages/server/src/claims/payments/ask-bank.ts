/** CLM-12: a person asks the bank once more, after looking into an answer that contradicted what we hold. */
import type { askBank as route, BatchView } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { transferLifecycle } from '@anpei/domain/claims'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { batchViews } from './payment-views.ts'
import { TRANSFER_TASK } from './run-transfer.ts'
import { transferOfBatch } from './store-transfers.ts'

export async function askBank(tx: Tx, { params }: Input<typeof route>): Promise<Decision<BatchView>> {
  const transfer = await transferOfBatch(tx.db, tx.actor.tenantId, params.batchId)
  if (!transfer) return refuse('request.not_found')
  const { phase, zh } = transferLifecycle.states[transfer.state]
  if (phase === 'ended') return refuse('transfer.not_open', { state: zh })
  tx.enqueue({ task: TRANSFER_TASK, payload: { transferId: transfer.id }, key: `transfer:${transfer.id}` })
  const [view] = await batchViews(tx, sql<boolean>`b.id = ${params.batchId}`, 1)
  return view ? ok(view) : refuse('request.not_found')
}
