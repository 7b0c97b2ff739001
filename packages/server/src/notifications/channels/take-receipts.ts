/** NTF-03: keeps receipts, from whichever gateway or returned mail, and applies them; each once. */
import type { Tx } from '../../http/index.ts'
import { applyReceipts } from './apply-receipts.ts'
import { insertReceipts, type Receipt } from './store-receipts.ts'

export async function takeReceipts(tx: Tx, receipts: readonly Receipt[]): Promise<void> {
  await insertReceipts(tx.db, tx.actor.tenantId, tx.now, receipts)
  await applyReceipts(tx, [...new Set(receipts.map((one) => one.number))])
}
