/**
 * The calendar desk's rules (CLK-02; SLA §2 rules 14 to 16): which days a notice changes, which due dates move, and
 * from when a missing year is alarming.
 */
import { addDays, type Day, type Instant } from '../kernel/index.ts'
import type { ClockState } from './clock-state.ts'
import { isNationalWorkingDay, nationalDay, type NationalTable } from './national.ts'

export type ChangedDay = {
  readonly day: Day
  readonly name: string
  readonly before: 'working' | 'off'
  readonly after: 'working' | 'off'
}

/** Days of the title year and its last neighbours on which the two tables differ, in order. */
export function changedDays(before: NationalTable, after: NationalTable, year: number): ChangedDay[] {
  const found: ChangedDay[] = []
  const end = `${year + 1}-01-31`
  for (let day = `${year - 1}-12-01`; day <= end; day = addDays(day, 1)) {
    const [was, is] = [isNationalWorkingDay(before, day), isNationalWorkingDay(after, day)]
    if (was === is) continue
    const name = nationalDay(after, day)?.name ?? nationalDay(before, day)?.name ?? ''
    found.push({ day, name, before: was ? 'working' : 'off', after: is ? 'working' : 'off' })
  }
  return found
}

/** A missing official notice for next year is alarming from this day of the year on. */
const ALARM_FROM = '11-01'

/** Next year, if its notice is missing and the alarm is due; else null. */
export function missingYear(table: NationalTable, today: Day): number | null {
  const next = Number(today.slice(0, 4)) + 1
  return today.slice(5) >= ALARM_FROM && !table.years.includes(next) ? next : null
}

export type MovedDue = {
  readonly clockId: string
  readonly run: number
  readonly before: Instant
  readonly after: Instant
  /** Earlier by a day or more, or at once inside the last fifth: the handler is told (rule 14). */
  readonly telling: boolean
}

const DAY_MS = 86_400_000
const CLOSE = 80

/** Running clocks whose due time differs between two folds of the same events. */
export function movedDues(before: readonly ClockState[], after: readonly ClockState[], now: Instant): MovedDue[] {
  const known = new Map(before.map((clock) => [clock.id, clock]))
  return after.flatMap((clock) => {
    const was = known.get(clock.id)?.dueAt
    if (clock.state !== 'running' || !was || clock.dueAt === null || was === clock.dueAt) return []
    const moved = { clockId: clock.id, run: clock.run, before: was, after: clock.dueAt }
    // Nearly all that a change moves ends later, and nobody is told of it.
    if (was < clock.dueAt) return [{ ...moved, telling: false }]
    const earlierMs = Date.parse(was) - Date.parse(clock.dueAt)
    const close = clock.thresholds.find((one) => one.percent === CLOSE)?.at
    const inside = close !== undefined && Date.parse(close) <= Date.parse(now)
    const telling = earlierMs > 0 && (earlierMs >= DAY_MS || inside)
    return [{ ...moved, telling }]
  })
}

export type OtherOutcome = {
  readonly clockId: string
  readonly run: number
  readonly before: Instant
  readonly after: Instant
  /** As it was judged, which stays. */
  readonly was: 'met' | 'broken'
}

/** Ended clocks that would have been judged otherwise; they never change (rule 15). */
export function otherOutcomes(before: readonly ClockState[], after: readonly ClockState[]): OtherOutcome[] {
  const would = new Map(after.map((clock) => [clock.id, clock]))
  return before.flatMap((clock) => {
    const other = would.get(clock.id)
    if (clock.state !== 'met' && clock.state !== 'broken') return []
    if (other?.state !== 'met' && other?.state !== 'broken') return []
    if (other.state === clock.state || clock.dueAt === null || other.dueAt === null) return []
    return [{ clockId: clock.id, run: clock.run, before: clock.dueAt, after: other.dueAt, was: clock.state }]
  })
}
