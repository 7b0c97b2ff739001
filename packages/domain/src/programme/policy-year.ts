/**
 * Policy years (PRG-06, default 1 October – 30 September): the year a day falls in, both ends inclusive. A stay that
 * crosses the boundary is split by day (LAW §1.7).
 */
import { addDays, dayNumber } from '../kernel/index.ts'
import type { Day } from '../kernel/index.ts'

/** Both ends inclusive. */
export type PolicyYear = { readonly from: Day; readonly to: Day }

export function policyYearOf(day: Day, yearStart: string): PolicyYear {
  const year = +day.slice(0, 4) - (day.slice(5) < yearStart ? 1 : 0)
  return { from: `${year}-${yearStart}`, to: addDays(`${year + 1}-${yearStart}`, -1) }
}

/** The same by day numbers, both ends inclusive, for counting days without strings. */
export function policyYearByNumber(n: number, yearStart: string): { readonly from: number; readonly to: number } {
  const year = new Date(n * 86_400_000).getUTCFullYear()
  const thisYear = dayNumber(`${year}-${yearStart}`)
  return n >= thisYear
    ? { from: thisYear, to: dayNumber(`${year + 1}-${yearStart}`) - 1 }
    : { from: dayNumber(`${year - 1}-${yearStart}`), to: thisYear - 1 }
}
