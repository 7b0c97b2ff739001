/**
 * Which warnings of a clock are due (CLK-04; SLA §2 rule 10): each percent once per run. A sweep that comes late, or a
 * due date that moved earlier past several, fires the highest and logs the rest as skipped; a due date that moved later
 * re-arms those not yet reached, because the thresholds of the run are instants of its present due date.
 */
import type { Instant } from '../kernel/index.ts'
import type { RunState, Threshold } from './clock-state.ts'
import { secondsOf } from './instant.ts'

/** Announced at this percent and above: the promise is broken. */
export const BROKEN_PERCENT = 100

export type Due = {
  /** What people are told now; null where only the log is kept. */
  readonly fire: Threshold | null
  readonly skipped: readonly Threshold[]
  /** When to look again; null: never unless the clock changes. */
  readonly next: Instant | null
}

/**
 * `announced`: the highest percent announced before, 0 for none. A clock that was met is not announced any more: what
 * the sweep did not see in time is logged, nobody is woken. A clock that was stopped late is announced still.
 */
export function dueAnnouncements(
  state: RunState,
  thresholds: readonly Threshold[],
  announced: number,
  now: Instant,
): Due {
  const waiting = thresholds.filter(({ percent }) => percent > announced).sort((a, b) => a.percent - b.percent)
  if (state === 'cancelled' || state === 'superseded') return { fire: null, skipped: [], next: null }
  // Instants come written with and without parts of a second: they are compared as numbers.
  const present = secondsOf(now) ?? 0
  const isReached = ({ at }: Threshold) => (secondsOf(at) ?? 0) <= present
  const reached = waiting.filter(isReached)
  const next = waiting.find((one) => !isReached(one))?.at ?? null
  const highest = reached.at(-1) ?? null
  const ended = state === 'met' || state === 'broken'
  const wakes = highest !== null && (!ended || highest.percent >= BROKEN_PERCENT)
  return {
    fire: wakes ? highest : null,
    skipped: wakes ? reached.slice(0, -1) : reached,
    next: ended ? null : next,
  }
}

/** When the sweep must look first at a clock of which nothing was announced; null where nothing can be due. */
export function firstLook(state: RunState, thresholds: readonly Threshold[]): Instant | null {
  if (state === 'cancelled' || state === 'superseded') return null
  return thresholds.reduce<Instant | null>((first, { at }) => (first === null || at < first ? at : first), null)
}
