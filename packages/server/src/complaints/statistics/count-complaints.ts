/**
 * CMP-13, every night: all complaints but the latest are counted by month, so that a board over a million answers at
 * once. The latest, and so all of a house that has few, are counted when somebody asks.
 */
import type { Tx } from '../../http/index.ts'
import { countAll, receivedBefore } from './store-figures.ts'

const COUNTED_WHEN_ASKED = 1_000

export async function countComplaints(tx: Tx, latest: number = COUNTED_WHEN_ASKED): Promise<void> {
  const { db, actor, now } = tx
  const last = await receivedBefore(db, actor.tenantId, latest)
  await countAll(db, actor.tenantId, last, now)
}
