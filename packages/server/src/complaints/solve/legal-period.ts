/** The running legal period of a complaint (L06), as its clock counts it. */
import type { Day } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { clocksOf } from '../../sla/index.ts'

/** The last safe day; null where none runs. */
export async function legalDueOn(tx: Tx, complaintId: string): Promise<Day | null> {
  const clocks = await clocksOf(tx.db, tx.actor.tenantId, complaintId)
  const running = clocks.filter((one) => one.clockId === 'L06' && one.stoppedAt === null)
  return running.at(-1)?.safeDueOn ?? null
}

/** The last day to ask for a 核查 where its period ends on a day off (L07). */
export async function recheckLastOn(tx: Tx, complaintId: string): Promise<Day | null> {
  const clocks = await clocksOf(tx.db, tx.actor.tenantId, complaintId)
  return clocks.filter((one) => one.clockId === 'L07').at(-1)?.statutoryDueOn ?? null
}
