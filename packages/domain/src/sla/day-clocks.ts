/**
 * Clocks counted in days (CLK-01…03; SLA §2 rule 8; 民法典 200–204): the start day is not counted, a period ends at
 * 24:00 of its last day. Natural days carry two ends: `safeDue`, which we work to, and `statutoryDue`, rolled to
 * the next working day of the nation.
 */
import { dayNumber, ok, refuse, type Day, type Decision } from '../kernel/index.ts'
import { dayNamed, isProvisional, opensOn, rollToWorkingDay, type Calendar } from './calendar.ts'
import { type EpochSecond } from './instant.ts'
import { touchesUnknownYear } from './national.ts'
import { endOfLocalDay, HORIZON_DAYS, type DueRefusal } from './working-time.ts'

type WorkingDayDue = { readonly dueDay: Day; readonly due: EpochSecond; readonly provisional: boolean }
type NaturalDayDue = {
  readonly safeDue: Day
  readonly safeDueAt: EpochSecond
  readonly statutoryDue: Day
  readonly statutoryDueAt: EpochSecond
  readonly provisional: boolean
}

/** The n-th working day after `day`, ending at 24:00; n = 0 is the day itself. */
export function addWorkingDays(calendar: Calendar, day: Day, n: number): Decision<WorkingDayDue, DueRefusal> {
  if (!Number.isSafeInteger(n) || n < 0) return refuse('sla.bad_budget', { budget: n })
  const start = dayNumber(day)
  let due = start
  for (let counted = 0; counted < n; ) {
    due += 1
    if (due - start > HORIZON_DAYS) return refuse('sla.beyond_horizon', { days: HORIZON_DAYS })
    if (opensOn(calendar, due)) counted += 1
  }
  const dueDay = dayNamed(calendar, due)
  const provisional = n > 0 && isProvisional(calendar, dayNamed(calendar, start + 1), dueDay)
  return ok({ dueDay, due: endOfLocalDay(calendar, dueDay), provisional })
}

/** `day` + n at 24:00, and the legal end rolled to the next working day. */
export function addNaturalDays(calendar: Calendar, day: Day, n: number): Decision<NaturalDayDue, DueRefusal> {
  if (!Number.isSafeInteger(n) || n < 0) return refuse('sla.bad_budget', { budget: n })
  if (n > HORIZON_DAYS) return refuse('sla.beyond_horizon', { days: HORIZON_DAYS })
  const safeDue = dayNamed(calendar, dayNumber(day) + n)
  const statutoryDue = rollToWorkingDay(calendar, safeDue)
  return ok({
    safeDue,
    safeDueAt: endOfLocalDay(calendar, safeDue),
    statutoryDue,
    statutoryDueAt: endOfLocalDay(calendar, statutoryDue),
    provisional: touchesUnknownYear(calendar.national, safeDue, statutoryDue),
  })
}

/** Working days of (from, to]. */
export function workingDaysBetween(calendar: Calendar, from: Day, to: Day): number {
  let count = 0
  for (let day = dayNumber(from) + 1; day <= dayNumber(to); day += 1) if (opensOn(calendar, day)) count += 1
  return count
}
