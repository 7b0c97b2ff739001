/**
 * What was learnt from finished cases, small enough to keep (CLM-14): by class and stage what is left after so long a
 * wait in the stage, to be read for an open case; and how good it would have been for cases it has not seen.
 */
import { refuse, ok, type Decision } from '../kernel/index.ts'
import {
  FEWEST_CASES,
  forecastError,
  plainRemaining,
  plainTotal,
  remainingWork,
  totalOf,
  type FinishedCase,
  type ForecastError,
  type OpenCase,
  type RemainingSpan,
} from './expected-finish.ts'

/** After this wait in the stage, so much is left until the finish; all in working seconds. */
export type FinishPoint = RemainingSpan & { readonly waitedSeconds: number }
/** Class → stage → points, the shortest wait first. */
export type FinishTable = Readonly<Record<string, Readonly<Record<string, readonly FinishPoint[]>>>>

const HOUR = 3600
const WAITS = [0, 2, 4, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384].map((hours) => hours * HOUR)

/** Stages in which too few cases stood are left out. */
export function learnFinish(history: readonly FinishedCase[]): FinishTable {
  const stages = [...new Set(history.flatMap((one) => one.stays.map(({ stage }) => stage)))]
  const classes = [...new Set(history.map((one) => one.class))]
  return Object.fromEntries(
    classes.map((name) => [name, Object.fromEntries(stages.map((stage) => [stage, pointsOf(history, name, stage)]))]),
  )
}

function pointsOf(history: readonly FinishedCase[], name: string, stage: string): FinishPoint[] {
  const stays = history.flatMap((one) => one.stays.filter((stay) => stay.stage === stage))
  const longest = stays.reduce((most, { seconds }) => Math.max(most, seconds), 0)
  return WAITS.filter((wait) => wait <= longest).flatMap((waitedSeconds) => {
    const left = remainingWork(history, { class: name, stage, secondsInStage: waitedSeconds })
    if (!left.ok) return []
    const { medianSeconds, lowSeconds, highSeconds } = left.value
    return [{ waitedSeconds, medianSeconds, lowSeconds, highSeconds }]
  })
}

/** Between two waits by their distance; refused where nothing was learnt of such a case. */
export function remainingBy(table: FinishTable, open: OpenCase): Decision<RemainingSpan, 'sla.too_few_cases'> {
  const points = table[open.class]?.[open.stage] ?? []
  const before = points.findLast((point) => point.waitedSeconds <= open.secondsInStage)
  if (!before) return refuse('sla.too_few_cases', { known: 0, needed: FEWEST_CASES })
  const after = points.find((point) => point.waitedSeconds > open.secondsInStage) ?? before
  const gap = after.waitedSeconds - before.waitedSeconds
  const share = gap === 0 ? 0 : (open.secondsInStage - before.waitedSeconds) / gap
  const between = (of: (point: FinishPoint) => number) => Math.round(of(before) + (of(after) - of(before)) * share)
  return ok({
    medianSeconds: between((point) => point.medianSeconds),
    lowSeconds: between((point) => point.lowSeconds),
    highSeconds: between((point) => point.highSeconds),
  })
}

/** Moments of its life at which a held-back case is asked about. */
const ASKED_AT = [0.1, 0.3, 0.5, 0.7, 0.9]

/** Learns from the earlier cases and asks about the later ones; null where there are too few to ask. */
export function testFinish(earlier: readonly FinishedCase[], later: readonly FinishedCase[]): ForecastError | null {
  if (earlier.length < FEWEST_CASES || later.length < FEWEST_CASES) return null
  const table = learnFinish(earlier)
  const plain = plainTotal(earlier)
  const forecasts = later.flatMap((one) =>
    ASKED_AT.flatMap((moment) => {
      const asked = Math.floor(totalOf(one) * moment)
      const left = remainingBy(table, standing(one, asked))
      if (!left.ok) return []
      return [{ ...left.value, actualSeconds: totalOf(one) - asked, plainSeconds: plainRemaining(plain, asked) }]
    }),
  )
  const error = forecastError(forecasts)
  return error && { ...error, cases: later.length }
}

function standing(one: FinishedCase, asked: number): OpenCase {
  let before = 0
  for (const { stage, seconds } of one.stays) {
    if (before + seconds > asked) return { class: one.class, stage, secondsInStage: asked - before }
    before += seconds
  }
  return { class: one.class, stage: '', secondsInStage: 0 }
}
