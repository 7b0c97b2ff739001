/**
 * What is left until a due time, as screens show it: in the unit of the promise, by the calendars of the tenant as they
 * are now (SLA §2 rule 20). A due time without a promise, such as a task's, counts the desk's working days.
 */
import type { TimeLeft } from '@anpei/contract/kernel'
import type { Instant } from '@anpei/domain/kernel'
import { remainingOf, type ClockUnit } from '@anpei/domain/sla'
import type { Tx } from '../http/index.ts'
import { calendarsOf } from './calendars.ts'
import { definitionsOf } from './definitions.ts'

export type TellLeft = (dueAt: Instant | null, clockId?: string | null, version?: number) => TimeLeft | null

const PLAIN = { unit: 'workingDay', calendar: 'desk', name: null, right: false } as const

export async function timeLeftBy(tx: Tx): Promise<TellLeft> {
  const [{ byId }, { versionOf }] = await Promise.all([calendarsOf(tx), definitionsOf(tx)])
  return (dueAt, clockId, version) => {
    const def = (clockId && versionOf(clockId, version)) || PLAIN
    const calendar = byId.get(def.calendar)
    if (dueAt === null || !calendar) return null
    const { late, amount, provisional, zh } = remainingOf(def.unit, calendar, tx.now, dueAt)
    // A right that nobody used is no lateness of ours.
    if (late && def.right)
      return { late: false, amount, unit: shownUnit(def.unit), provisional, text: '期限已过', clock: def.name }
    return { late, amount, unit: shownUnit(def.unit), provisional, text: zh, clock: def.name }
  }
}

/** Months, years and fixed days are shown in natural days. */
function shownUnit(unit: ClockUnit): TimeLeft['unit'] {
  return unit === 'wall' || unit === 'business' || unit === 'workingDay' ? unit : 'naturalDay'
}
