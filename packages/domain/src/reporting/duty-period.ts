/**
 * Boundaries of the periods of recurring duties, their due days and reminder days (RPT-06; SLA §4 T28–T34: weekly is
 * the ISO week, T33c is due at the end of the first quarter, T34 at each quarter's end). Days only, no clock.
 */
import { addDays, dayNumber, dayOfNumber, daysBetween, type Day } from '../kernel/index.ts'
import { isWorkingDay, type Calendar } from '../sla/index.ts'
import type { DueRule, DutyPeriod } from './duty-def.ts'

/** `key` names the period on screens and keeps instances apart: 2026-W47, 2026-11, 2026-Q4, 2026-H2, 2026. */
export type Period = { readonly key: string; readonly from: Day; readonly to: Day }
export type Recurring = Exclude<DutyPeriod, 'ad_hoc'>

const MONTHS: Readonly<Record<Exclude<Recurring, 'weekly'>, number>> = {
  monthly: 1,
  quarterly: 3,
  half_yearly: 6,
  yearly: 12,
}

/** The period a day lies in. */
export function periodOf(kind: Recurring, day: Day): Period {
  if (kind === 'weekly') return isoWeekOf(day)
  const length = MONTHS[kind]
  const year = +day.slice(0, 4)
  const part = Math.floor((+day.slice(5, 7) - 1) / length)
  const from = monthStart(year, part * length + 1)
  const to = addDays(monthStart(year, part * length + length + 1), -1)
  return { key: keyOf(kind, year, part + 1), from, to }
}

export function nextPeriod(kind: Recurring, period: Period): Period {
  return periodOf(kind, addDays(period.to, 1))
}

function keyOf(kind: Exclude<Recurring, 'weekly'>, year: number, part: number): string {
  if (kind === 'yearly') return String(year)
  if (kind === 'monthly') return `${year}-${String(part).padStart(2, '0')}`
  return `${year}-${kind === 'quarterly' ? 'Q' : 'H'}${part}`
}

/** Monday to Sunday; the week belongs to the year of its Thursday (ISO 8601). */
function isoWeekOf(day: Day): Period {
  // Day 0 of the numbers, 1970-01-01, was a Thursday.
  const monday = dayNumber(day) - ((dayNumber(day) + 3) % 7)
  const thursday = dayOfNumber(monday + 3)
  const week = Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1
  return {
    key: `${thursday.slice(0, 4)}-W${String(week).padStart(2, '0')}`,
    from: dayOfNumber(monday),
    to: dayOfNumber(monday + 6),
  }
}

/** Month 13 is January of the next year. */
function monthStart(year: number, month: number): Day {
  return month > 12 ? monthStart(year + 1, month - 12) : `${year}-${String(month).padStart(2, '0')}-01`
}

export function dueDayOf(due: DueRule, period: Period, calendar: Calendar): Day {
  if (due.rule === 'end') return period.to
  if (due.rule === 'month_end') return addDays(monthStart(+period.from.slice(0, 4), due.month + 1), -1)
  let day = period.to
  for (let left = due.days; left > 0; ) {
    day = addDays(day, 1)
    if (isWorkingDay(calendar, day)) left -= 1
  }
  return day
}

/**
 * The day somebody is reminded: at that share of the days from `from` to `due`, on a day people work: before the due
 * day the last working day not after it, past the due day the next one.
 */
export function reminderDayOf(
  span: { readonly from: Day; readonly due: Day },
  percent: number,
  calendar: Calendar,
): Day {
  const day = addDays(span.from, Math.floor((daysBetween(span.from, span.due) * percent) / 100))
  return percent > 100 ? workingDayFrom(day, 1, calendar) : workingDayFrom(day, -1, calendar)
}

/** A calendar is never shut for 14 days on end (SLA §2 rule 3). */
function workingDayFrom(day: Day, step: 1 | -1, calendar: Calendar): Day {
  let found = day
  while (!isWorkingDay(calendar, found)) found = addDays(found, step)
  return found
}
