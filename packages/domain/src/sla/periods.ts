/**
 * Months, years and periods of the calendar (SLA §1 units month, year, periodEnd, recurring; 民法典 202): a period of
 * months ends on the day of the same number, or on the last day of a month that has none.
 */
import { addDays, type Day } from '../kernel/index.ts'
import type { Period } from './clock-def.ts'
import { weekdayOf } from './national.ts'

export function addMonths(day: Day, months: number): Day {
  const index = +day.slice(0, 4) * 12 + +day.slice(5, 7) - 1 + months
  return dayOfMonth(index, Math.min(+day.slice(8, 10), daysOfMonth(index)))
}

/** The last day of the period a day lies in; a week ends on Sunday. */
export function lastDayOfPeriod(day: Day, period: Period): Day {
  if (period === 'day') return day
  if (period === 'week') return addDays(day, 6 - weekdayOf(day))
  const length = MONTHS[period]
  const index = +day.slice(0, 4) * 12 + +day.slice(5, 7) - 1
  const last = index - (index % length) + length - 1
  return dayOfMonth(last, daysOfMonth(last))
}

const MONTHS = { month: 1, quarter: 3, halfYear: 6, year: 12 } as const

function dayOfMonth(index: number, date: number): Day {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${two((index % 12) + 1)}-${two(date)}`
}

function daysOfMonth(index: number): number {
  return new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0)).getUTCDate()
}
