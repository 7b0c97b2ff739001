/**
 * What a run counted in whole days, never paused and never extended, comes to (CLK-03; SLA §2 rule 8): it rests on its
 * start day alone, so it is worked out once for each day a run begins on, however many cases begin on it. Always the
 * same answer as working it out again; a changed calendar is another calendar.
 */
import type { Day, Decision, Instant } from '../kernel/index.ts'
import type { Calendar } from './calendar.ts'
import type { ClockDef } from './clock-def.ts'
import type { Threshold } from './clock-state.ts'
import { instantOf, type EpochSecond } from './instant.ts'
import { dueOf, thresholdOf, type Due, type RunFacts } from './run.ts'
import type { DueRefusal } from './working-time.ts'

export type ThresholdSecond = { readonly percent: number; readonly second: EpochSecond; readonly at: Instant }
type PlainRun = {
  readonly due: Decision<Due, DueRefusal>
  readonly thresholds: readonly ThresholdSecond[]
  /** The same, as a state shows them. */
  readonly told: readonly Threshold[]
  /** The sentence that explains it, once somebody asked. */
  explanation?: string
}

const MOST_DAYS = 5000
const known = new WeakMap<Calendar, WeakMap<ClockDef, Map<Day, PlainRun>>>()

/** `undefined`: the run has a history of its own. */
export function plainRun(def: ClockDef, calendar: Calendar, run: RunFacts): PlainRun | undefined {
  const counted = run.unit === def.unit && (run.unit === 'workingDay' || run.unit === 'naturalDay')
  if (!counted || run.pauses.length > 0 || run.budget !== def.budget || calendar.splice !== undefined) return undefined
  const days = daysOf(def, calendar)
  const before = days.get(run.startDay)
  if (before !== undefined) return before
  const thresholds = thresholdSeconds(def, calendar, run)
  const told = thresholds.map(({ percent, at }) => ({ percent, at }))
  const plain: PlainRun = { due: dueOf(def, calendar, run), thresholds, told }
  if (days.size >= MOST_DAYS) days.clear()
  days.set(run.startDay, plain)
  return plain
}

function daysOf(def: ClockDef, calendar: Calendar): Map<Day, PlainRun> {
  let defs = known.get(calendar)
  if (defs === undefined) known.set(calendar, (defs = new WeakMap()))
  let days = defs.get(def)
  if (days === undefined) defs.set(def, (days = new Map()))
  return days
}

/** Thresholds beyond the horizon have no instant yet. */
export function thresholdSeconds(def: ClockDef, calendar: Calendar, run: RunFacts): readonly ThresholdSecond[] {
  return def.thresholds.flatMap((percent) => {
    const second = thresholdOf(def, calendar, run, percent)
    return second.ok ? [{ percent, second: second.value, at: instantOf(second.value) }] : []
  })
}
