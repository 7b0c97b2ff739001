/** CLK-05, every night: the promises of the past are counted by month, institution and programme. */
import type { Tx } from '../http/index.ts'
import { countMonths } from './store-ledger.ts'

export async function countPromises(tx: Tx): Promise<void> {
  await countMonths(tx.db, tx.actor.tenantId, tx.now)
}
