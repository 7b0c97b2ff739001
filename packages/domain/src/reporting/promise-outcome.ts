/**
 * Whether a promise was kept (CLK-05; SLA §2 rule 9): decided by timestamps, never by a sweep. Met if and only if it
 * stopped at or before its due time; what is past due and not stopped is broken; a broken promise belongs to the month
 * it was due in. Kept by a later time that was told with the reason before it was due is counted apart (SLA §1).
 */
import { dayEndingAt, dayOfInstant, type Instant } from '../kernel/index.ts'

export const PROMISE_OUTCOMES = {
  kept: '按时',
  keptByAgreement: '经告知后按约',
  broken: '超时',
  running: '进行中',
  cancelled: '已取消',
} as const
export type PromiseOutcome = keyof typeof PROMISE_OUTCOMES

export type PromiseTimes = {
  readonly state: string
  /** Null while paused. */
  readonly dueAt: Instant | null
  readonly stoppedAt: Instant | null
  /** Stopped after the time first promised, by the later time told before it: the fold compares the timestamps. */
  readonly byAgreement: boolean
}

export function promiseOutcome(clock: PromiseTimes, now: Instant): PromiseOutcome {
  const { state, dueAt, stoppedAt } = clock
  if (state === 'cancelled' || state === 'superseded') return 'cancelled'
  if (stoppedAt === null) return dueAt === null || Date.parse(dueAt) >= Date.parse(now) ? 'running' : 'broken'
  // Stopped while paused: no breach could begin then, one from before the pause stays (rule 5).
  if (dueAt === null) return state === 'broken' ? 'broken' : 'kept'
  if (Date.parse(stoppedAt) > Date.parse(dueAt)) return 'broken'
  return clock.byAgreement ? 'keptByAgreement' : 'kept'
}

/**
 * `2026-11`: the Shanghai month of the due time, 24:00 belonging to the day it ends (SLA §2 rule 8); of the stop where
 * there is none; of now for what is paused.
 */
export function monthOfPromise(clock: Pick<PromiseTimes, 'dueAt' | 'stoppedAt'>, now: Instant): string {
  const day = clock.dueAt === null ? dayOfInstant(clock.stoppedAt ?? now) : dayEndingAt(clock.dueAt)
  return day.slice(0, 7)
}

/** Kept of those decided by the time first promised, in basis points; null where none is. Agreement counts apart. */
export function keptRateBps(counts: { readonly kept: number; readonly broken: number }): number | null {
  const decided = counts.kept + counts.broken
  return decided === 0 ? null : Math.floor((counts.kept * 10_000) / decided)
}

/** `count` months up to and with the last one. */
export function monthsUpTo(last: string, count: number): string[] {
  const at = +last.slice(0, 4) * 12 + +last.slice(5, 7) - 1
  return Array.from({ length: count }, (_, back) => monthAt(at - count + 1 + back))
}

function monthAt(index: number): string {
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}
