/** The days of a complaint as its clocks count them: the legal ones (L06, L07), and those told to the complainant. */
import type { Day } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { clocksOf } from '../../sla/index.ts'

type LegalPeriod = {
  /** The last safe day to decide and tell; null where none runs. */
  readonly dueOn: Day | null
  /** The last day to ask for a 核查, moved where it ends on a day off. */
  readonly recheckLastOn: Day | null
}
type ToldDays = Pick<LegalPeriod, 'recheckLastOn'> & {
  readonly contactByOn: Day | null
  readonly answerByOn: Day | null
  readonly recheckByOn: Day | null
}
type Clocks = Awaited<ReturnType<typeof clocksOf>>

export async function legalPeriod(tx: Tx, complaintId: string): Promise<LegalPeriod> {
  const clocks = await clocksOf(tx.db, tx.actor.tenantId, complaintId)
  return { dueOn: firstOf(clocks, ['L06']), recheckLastOn: recheckLast(clocks) }
}

/** First contact and again after reopening (T22, T43), the answer (L06, L11, T44), the answer to a 核查 (L08). */
export async function toldDays(tx: Tx, complaintId: string): Promise<ToldDays> {
  const clocks = await clocksOf(tx.db, tx.actor.tenantId, complaintId)
  return {
    contactByOn: firstOf(clocks, ['T22', 'T43']),
    answerByOn: firstOf(clocks, ['L06', 'L11', 'T44']),
    recheckByOn: firstOf(clocks, ['L08']),
    recheckLastOn: recheckLast(clocks),
  }
}

/** The earliest last day of those that run; none is told while one is paused. */
function firstOf(clocks: Clocks, ids: readonly string[]): Day | null {
  const days = clocks.flatMap(({ clockId, stoppedAt, safeDueOn }) =>
    ids.includes(clockId) && stoppedAt === null && safeDueOn !== null ? [safeDueOn] : [],
  )
  return days.toSorted()[0] ?? null
}

function recheckLast(clocks: Clocks): Day | null {
  return clocks.filter((one) => one.clockId === 'L07').at(-1)?.statutoryDueOn ?? null
}
