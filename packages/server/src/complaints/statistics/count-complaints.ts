/**
 * CMP-13, every night: complaints received before this month are counted by month, so that a board over a million
 * answers at once. Those of this month, and those that concern somebody of ours, are counted when somebody asks.
 */
import { dayOfInstant, startOfDay } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { countAll } from './store-figures.ts'

export async function countComplaints(tx: Tx): Promise<void> {
  const monthBegan = startOfDay(`${dayOfInstant(tx.now).slice(0, 7)}-01`)
  await countAll(tx.db, tx.actor.tenantId, monthBegan, tx.now)
}
