/**
 * CLK-05, every night: the promises of the last months are counted by month, institution and programme; on the night
 * of Sunday those of all months, so that a case of old that was opened again stands right within a week.
 */
import { addDays, dayNumber, dayOfInstant } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { countedUntil, countMonths } from './store-ledger.ts'

const DAYS_ANEW = 62

export async function countPromises(tx: Tx): Promise<void> {
  const today = dayOfInstant(tx.now)
  // Day 0 of the numbers was a Thursday.
  const isSunday = (dayNumber(today) + 4) % 7 === 0
  const counted = await countedUntil(tx.db, tx.actor.tenantId)
  const isLate = counted === null || dayOfInstant(counted) < addDays(today, -DAYS_ANEW)
  await countMonths(tx.db, tx.actor.tenantId, tx.now, isSunday || isLate ? null : addDays(today, -DAYS_ANEW))
}
