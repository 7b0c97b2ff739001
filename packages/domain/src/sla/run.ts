/**
 * One run of a clock and the instant it is due (CLK-03; SLA §2 rules 4, 7, 8). Time is consumed, not shifted: what
 * a pause leaves out is working time or whole days. A pause that begins after the due time changes nothing.
 * 解释二 15: from the day the request for supplements was delivered to the day the papers arrived is deducted.
 */
import { dayNumber, daysBetween, ok, refuse, type Day, type Decision } from '../kernel/index.ts'
import { dayNamed, isProvisional, type Calendar } from './calendar.ts'
import type { ClockDef, ClockUnit } from './clock-def.ts'
import { addNaturalDays, addWorkingDays, workingDaysBetween } from './day-clocks.ts'
import type { EpochSecond } from './instant.ts'
import { addMonths, lastDayOfPeriod } from './periods.ts'
import {
  addWorkingTime,
  endOfLocalDay,
  localDay,
  startOfLocalDay,
  workingTime,
  type DueRefusal,
} from './working-time.ts'

export type ClosedPause = { readonly from: EpochSecond; readonly to: EpochSecond; readonly label: string }
export type OpenPause = { readonly from: EpochSecond; readonly label: string; readonly reason: string }

/** What the due time of a run rests on. */
export type RunFacts = {
  readonly unit: ClockUnit
  readonly startedAt: EpochSecond
  readonly startDay: Day
  readonly budget: number
  readonly pauses: readonly ClosedPause[]
  /** The end an event named, for fixedDate. */
  readonly fixedDue?: EpochSecond | undefined
}

export type Due = {
  readonly due: EpochSecond
  /** Rolled to the next working day where the law rolls, else equal to `due`, the safe end. */
  readonly statutoryDue: EpochSecond
  readonly dueDay: Day | null
  readonly deductedDays: number
  readonly provisional: boolean
}

/** What of a definition decides how a due time is counted. */
export type DueShape = Pick<ClockDef, 'unit' | 'rollOnHoliday' | 'period'>

/** Every unit but seconds and open seconds ends with a day. */
export function isDayUnit(unit: ClockUnit): boolean {
  return unit !== 'wall' && unit !== 'business'
}

/** Whole days are counted off; parts of the budget are parts of days. */
function countsDays(unit: ClockUnit): boolean {
  return unit === 'workingDay' || unit === 'naturalDay'
}

export function dueOf(def: DueShape, calendar: Calendar, run: RunFacts): Decision<Due, DueRefusal> {
  if (isDayUnit(run.unit)) return dueByDays(def, calendar, run, run.budget)
  const due = dueBySeconds(calendar, run, run.budget)
  if (!due.ok) return due
  const lastDay = localDay(calendar, Math.max(run.startedAt, due.value - 1))
  const provisional = run.unit === 'business' && isProvisional(calendar, run.startDay, lastDay)
  return ok({ due: due.value, statutoryDue: due.value, dueDay: null, deductedDays: 0, provisional })
}

/** The instant at which `percent` of the budget is consumed; in day clocks a part of a day is that part of its 24 h. */
export function thresholdOf(
  def: DueShape,
  calendar: Calendar,
  run: RunFacts,
  percent: number,
): Decision<EpochSecond, DueRefusal> {
  const amount = (run.budget * percent) / 100
  if (isDayUnit(run.unit) && !countsDays(run.unit)) return shareOfWay(def, calendar, run, percent)
  if (!isDayUnit(run.unit)) return dueBySeconds(calendar, run, Math.ceil(amount))
  const last = dueByDays(def, calendar, run, Math.ceil(amount))
  if (!last.ok || last.value.dueDay === null || Number.isInteger(amount)) {
    return last.ok ? ok(last.value.due) : last
  }
  const from = startOfLocalDay(calendar, last.value.dueDay)
  const length = endOfLocalDay(calendar, last.value.dueDay) - from
  return ok(from + Math.round((amount - Math.floor(amount)) * length))
}

/** Months, periods and named days are no sums of equal parts: the share of the way from start to due. */
function shareOfWay(def: DueShape, calendar: Calendar, run: RunFacts, percent: number) {
  const due = dueOf(def, calendar, run)
  return due.ok ? ok(run.startedAt + Math.ceil(((due.value.due - run.startedAt) * percent) / 100)) : due
}

/** Seconds, or open seconds, consumed by an instant of the running stretch after the last pause. */
export function consumedBy(calendar: Calendar, run: RunFacts, at: EpochSecond): number {
  let consumed = 0
  let from = run.startedAt
  for (const pause of run.pauses) {
    consumed += elapsed(calendar, run.unit, from, pause.from)
    from = pause.to
  }
  return consumed + elapsed(calendar, run.unit, from, at)
}

function dueBySeconds(calendar: Calendar, run: RunFacts, seconds: number): Decision<EpochSecond, DueRefusal> {
  let from = run.startedAt
  let left = seconds
  for (const pause of run.pauses) {
    const consumed = elapsed(calendar, run.unit, from, pause.from)
    if (left <= consumed) {
      const due = add(calendar, run.unit, from, left)
      // Due exactly when the pause begins: nothing was late, the rest of zero is due on resuming.
      if (!due.ok || due.value < pause.from) return due
    }
    left -= consumed
    from = pause.to
  }
  return add(calendar, run.unit, from, left)
}

function elapsed(calendar: Calendar, unit: ClockUnit, from: EpochSecond, to: EpochSecond): number {
  return unit === 'wall' ? to - from : workingTime(calendar, from, to)
}

function add(calendar: Calendar, unit: ClockUnit, from: EpochSecond, seconds: number) {
  return unit === 'wall' ? ok(from + seconds) : addWorkingTime(calendar, from, seconds)
}

function dueByDays(def: DueShape, calendar: Calendar, run: RunFacts, days: number): Decision<Due, DueRefusal> {
  let deductedDays = 0
  let end = endAfter(def, calendar, run, days, 0)
  for (const pause of run.pauses) {
    if (!end.ok || pause.from > end.value.due) break
    const deducted = daysOfPause(calendar, run.unit, pause)
    if (deducted === 0) continue
    deductedDays += deducted
    end = endAfter(def, calendar, run, days, deductedDays)
  }
  return end.ok ? ok({ ...end.value, deductedDays }) : end
}

/** In working days a pause wholly outside working time changes nothing (SLA §2 rule 4). */
function daysOfPause(calendar: Calendar, unit: ClockUnit, pause: ClosedPause): number {
  const from = localDay(calendar, pause.from)
  const to = localDay(calendar, pause.to)
  if (unit !== 'workingDay') return daysBetween(from, to)
  return workingTime(calendar, pause.from, pause.to) === 0 ? 0 : workingDaysBetween(calendar, from, to)
}

type DayEnd = Omit<Due, 'deductedDays'>

function endAfter(
  def: DueShape,
  calendar: Calendar,
  run: RunFacts,
  amount: number,
  deducted: number,
): Decision<DayEnd, DueRefusal> {
  const { startDay } = run
  switch (def.unit) {
    case 'workingDay':
      return afterWorkingDays(calendar, startDay, amount + deducted)
    case 'month':
    case 'year': {
      const months = def.unit === 'year' ? 12 * amount : amount
      if (months > LONGEST_MONTHS) return refuse('sla.bad_budget', { budget: amount })
      return afterNaturalDays(def, calendar, addMonths(startDay, months), deducted)
    }
    case 'periodEnd':
    case 'recurring':
      return afterNaturalDays(def, calendar, lastDayOfPeriod(startDay, def.period ?? 'day'), amount + deducted)
    case 'fixedDate': {
      const due = run.fixedDue ?? endOfLocalDay(calendar, startDay)
      return ok({ due, statutoryDue: due, dueDay: lastDayOf(calendar, due), provisional: false })
    }
    default:
      return afterNaturalDays(def, calendar, startDay, amount + deducted)
  }
}

/** No clock outlives a hundred years. */
const LONGEST_MONTHS = 1200

function afterWorkingDays(calendar: Calendar, day: Day, n: number): Decision<DayEnd, DueRefusal> {
  const end = addWorkingDays(calendar, day, n)
  if (!end.ok) return end
  const { due, dueDay, provisional } = end.value
  return ok({ due, statutoryDue: due, dueDay, provisional })
}

function afterNaturalDays(def: DueShape, calendar: Calendar, day: Day, n: number): Decision<DayEnd, DueRefusal> {
  const end = addNaturalDays(calendar, day, n)
  if (!end.ok) return end
  const { safeDue, safeDueAt, statutoryDueAt, provisional } = end.value
  return def.rollOnHoliday
    ? ok({ due: safeDueAt, statutoryDue: statutoryDueAt, dueDay: safeDue, provisional })
    : ok({ due: safeDueAt, statutoryDue: safeDueAt, dueDay: safeDue, provisional: false })
}

/** The last day an instant of due still belongs to: 24:00 belongs to the day it ends. */
export function lastDayOf(calendar: Calendar, due: EpochSecond): Day {
  const day = localDay(calendar, due)
  return startOfLocalDay(calendar, day) === due ? dayNamed(calendar, dayNumber(day) - 1) : day
}
