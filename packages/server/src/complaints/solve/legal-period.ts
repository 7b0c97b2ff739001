/** The legal periods of a complaint as its clocks count them (L06, L07). */
import type { Day } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { clocksOf } from '../../sla/index.ts'

export type LegalPeriod = {
  /** The last safe day to decide and tell; null where none runs. */
  readonly dueOn: Day | null
  /** The last day to ask for a 核查, moved where it ends on a day off. */
  readonly recheckLastOn: Day | null
}

export async function legalPeriod(tx: Tx, complaintId: string): Promise<LegalPeriod> {
  const clocks = await clocksOf(tx.db, tx.actor.tenantId, complaintId)
  const running = clocks.filter((one) => one.clockId === 'L06' && one.stoppedAt === null)
  return {
    dueOn: running.at(-1)?.safeDueOn ?? null,
    recheckLastOn: clocks.filter((one) => one.clockId === 'L07').at(-1)?.statutoryDueOn ?? null,
  }
}
