/**
 * What is left until a due time, as screens show it: in the unit of the promise, by the calendars of the tenant as they
 * are now (SLA §2 rule 20). A due time without a promise, such as a task's, counts the desk's working days.
 */
import type { TimeLeft } from '@anpei/contract/kernel'
import type { Instant } from '@anpei/domain/kernel'
import {
  calendarOfOffice,
  heedsOffice,
  remainingOf,
  type Calendar,
  type ClockDef,
  type ClockUnit,
} from '@anpei/domain/sla'
import type { Tx } from '../http/index.ts'
import { calendarsOf } from './calendars.ts'
import { definitionsOf } from './definitions.ts'
import type { Calendars } from './make-calendars.ts'

/** `office`: the institution that keeps the case; a day of its own counts as it does for the clock. */
type Of = { readonly version?: number; readonly office?: string | null }
export type TellLeft = (dueAt: Instant | null, clockId?: string | null, of?: Of) => TimeLeft | null

const PLAIN = { unit: 'workingDay', calendar: 'desk', name: null, right: false, kind: 'internal' } as const

export async function timeLeftBy(tx: Tx): Promise<TellLeft> {
  const [{ byId }, { versionOf }] = await Promise.all([calendarsOf(tx), definitionsOf(tx)])
  return (dueAt, clockId, { version, office = null } = {}) => {
    const def = (clockId && versionOf(clockId, version)) || PLAIN
    const calendar = hoursFor(byId, def, office)
    if (dueAt === null || !calendar) return null
    const { late, amount, provisional, zh } = remainingOf(def.unit, calendar, tx.now, dueAt)
    // A right that nobody used is no lateness of ours.
    if (late && def.right)
      return { late: false, amount, unit: shownUnit(def.unit), provisional, text: '期限已过', clock: def.name }
    return { late, amount, unit: shownUnit(def.unit), provisional, text: zh, clock: def.name }
  }
}

/** The hours by which a clock of a case kept by that office is counted. */
function hoursFor(
  byId: Calendars['byId'],
  def: Pick<ClockDef, 'calendar' | 'kind'>,
  office: string | null,
): Calendar | undefined {
  const calendar = byId.get(def.calendar)
  return calendar && heedsOffice(def) ? calendarOfOffice(calendar, office) : calendar
}

/** Months, years and fixed days are shown in natural days. */
function shownUnit(unit: ClockUnit): TimeLeft['unit'] {
  return unit === 'wall' || unit === 'business' || unit === 'workingDay' ? unit : 'naturalDay'
}
