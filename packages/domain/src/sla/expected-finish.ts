/**
 * When an open case will probably be finished (CLM-14: "the expected finish comes from data, and its error is
 * measured"). It looks at finished cases that once stood where this one stands, in the same stage and for at least as
 * long, and takes the middle of what they still needed, with the span that held four of five. A class with few
 * finished cases leans on the others (shrinkage). All in working seconds.
 */
import { ok, refuse, type Day, type Decision, type Instant } from '../kernel/index.ts'
import type { Calendar } from './calendar.ts'
import { secondsOf } from './instant.ts'
import { lastDayOf } from './run.ts'
import { addWorkingTime, type DueRefusal } from './working-time.ts'

/** One stay in a stage; a case that was sent back stays there twice. */
export type StageStay = { readonly stage: string; readonly seconds: number }
export type FinishedCase = { readonly class: string; readonly stays: readonly StageStay[] }
export type OpenCase = { readonly class: string; readonly stage: string; readonly secondsInStage: number }

export type RemainingSpan = {
  readonly medianSeconds: number
  readonly lowSeconds: number
  readonly highSeconds: number
}
type Remaining = RemainingSpan & {
  /** Finished cases of its own class and of others it rests on. */
  readonly own: number
  readonly others: number
}

/** Cases of other classes weigh together as much as so many of its own. */
const PRIOR_CASES = 8
/** So few finished cases say nothing yet. */
export const FEWEST_CASES = 20
const LOW = 0.1
const HIGH = 0.9
/** Longer in a stage than any case before: it is taken to last a tenth longer still. */
const OVERSTAY = 0.1

type Weighted = { readonly value: number; readonly weight: number }

/** Refused while too few finished cases are known to say anything. */
export function remainingWork(
  history: readonly FinishedCase[],
  open: OpenCase,
): Decision<Remaining, 'sla.too_few_cases'> {
  const seen = visits(history, open.stage)
  if (seen.length < FEWEST_CASES) return refuse('sla.too_few_cases', { known: seen.length, needed: FEWEST_CASES })
  const alike = stillThere(seen, open.secondsInStage)
  const own = alike.filter((one) => one.class === open.class)
  const others = alike.filter((one) => one.class !== open.class)
  const share = others.length === 0 ? 0 : Math.min(1, PRIOR_CASES / others.length)
  const sample = [
    ...own.map((one) => ({ value: one.remaining, weight: 1 })),
    ...others.map((one) => ({ value: one.remaining, weight: share })),
  ].sort((a, b) => a.value - b.value)
  return ok({
    medianSeconds: quantile(sample, 0.5),
    lowSeconds: quantile(sample, LOW),
    highSeconds: quantile(sample, HIGH),
    own: own.length,
    others: others.length,
  })
}

type Visit = { readonly class: string; readonly stayed: number; readonly after: number }

function visits(history: readonly FinishedCase[], stage: string): Visit[] {
  return history.flatMap((one) => {
    let after = 0
    const found: Visit[] = []
    for (const stay of one.stays.toReversed()) {
      if (stay.stage === stage) found.push({ class: one.class, stayed: stay.seconds, after })
      after += stay.seconds
    }
    return found
  })
}

/** What those needed that stood there at least as long; of the longest stays, where none did. */
function stillThere(seen: readonly Visit[], elapsed: number) {
  const staying = seen.filter((one) => one.stayed > elapsed)
  if (staying.length >= FEWEST_CASES / 4) {
    return staying.map((one) => ({ class: one.class, remaining: one.stayed - elapsed + one.after }))
  }
  const longest = seen.toSorted((a, b) => b.stayed - a.stayed).slice(0, FEWEST_CASES / 2)
  const overstay = elapsed * OVERSTAY
  return longest.map((one) => ({
    class: one.class,
    remaining: Math.max(one.stayed - elapsed, overstay) + one.after,
  }))
}

/** The value below which that share of the weight lies, between neighbours by their distance. */
function quantile(sample: readonly Weighted[], share: number): number {
  const total = sample.reduce((sum, one) => sum + one.weight, 0)
  let before = 0
  let last: { readonly at: number; readonly value: number } | undefined
  for (const { value, weight } of sample) {
    const at = (before + weight / 2) / total
    if (at >= share) {
      if (last === undefined) return Math.round(value)
      return Math.round(last.value + ((value - last.value) * (share - last.at)) / (at - last.at))
    }
    last = { at, value }
    before += weight
  }
  return Math.round(last?.value ?? 0)
}

export type ExpectedFinish = { readonly likelyOn: Day; readonly earliestOn: Day; readonly latestOn: Day }

/** The days of it, on a calendar. */
export function expectedFinish(
  remaining: RemainingSpan,
  calendar: Calendar,
  now: Instant,
): Decision<ExpectedFinish, DueRefusal | 'sla.bad_event_time'> {
  const from = secondsOf(now)
  if (from === undefined) return refuse('sla.bad_event_time', { event: 'now', at: now })
  const days: Day[] = []
  for (const seconds of [remaining.medianSeconds, remaining.lowSeconds, remaining.highSeconds]) {
    const end = addWorkingTime(calendar, from, Math.max(1, seconds))
    if (!end.ok) return end
    days.push(lastDayOf(calendar, end.value))
  }
  const [likelyOn = '', earliestOn = '', latestOn = ''] = days
  return ok({ likelyOn, earliestOn, latestOn })
}

/** Nothing later than the promise is said: null where the likely day is, and the span ends with it (CLM-14). */
export function sayableFinish(finish: ExpectedFinish, dueOn: Day | null): ExpectedFinish | null {
  if (dueOn === null) return finish
  if (finish.likelyOn > dueOn) return null
  return { ...finish, latestOn: finish.latestOn > dueOn ? dueOn : finish.latestOn }
}

export type Forecast = RemainingSpan & {
  readonly actualSeconds: number
  /** What a single median over all cases would have said. */
  readonly plainSeconds: number
}
export type ForecastError = {
  readonly cases: number
  /** Half of the forecasts were off by less. */
  readonly medianErrorSeconds: number
  readonly plainErrorSeconds: number
  /** Share of cases that ended within the span, in basis points; 8,000 is what it promises. */
  readonly withinBps: number
}

/** How good the expectation was, beside the plain median; null where nothing was forecast. */
export function forecastError(forecasts: readonly Forecast[]): ForecastError | null {
  const cases = forecasts.length
  if (cases === 0) return null
  const middle = (errorOf: (one: Forecast) => number) => medianOf(forecasts.map((one) => Math.abs(errorOf(one))))
  const within = forecasts.filter((one) => one.lowSeconds <= one.actualSeconds && one.actualSeconds <= one.highSeconds)
  return {
    cases,
    medianErrorSeconds: middle((one) => one.medianSeconds - one.actualSeconds),
    plainErrorSeconds: middle((one) => one.plainSeconds - one.actualSeconds),
    withinBps: Math.round((within.length * 10_000) / cases),
  }
}

/** What a plain median over all finished cases says is left of a case that has taken so long already. */
export function plainRemaining(plainTotalSeconds: number, secondsSoFar: number): number {
  return Math.max(0, plainTotalSeconds - secondsSoFar)
}

/** The middle of how long all finished cases took. */
export function plainTotal(history: readonly FinishedCase[]): number {
  return medianOf(history.map(totalOf))
}

export function totalOf(one: FinishedCase): number {
  return one.stays.reduce((sum, stay) => sum + stay.seconds, 0)
}

function medianOf(values: readonly number[]): number {
  const sample = values.toSorted((a, b) => a - b).map((value) => ({ value, weight: 1 }))
  return quantile(sample, 0.5)
}
