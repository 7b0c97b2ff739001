/**
 * The engine counts in whole seconds since 1970 UTC; instants of the outside world are ISO strings (SLA §2 rule 17).
 * Parts of a second are dropped.
 */
import type { Instant } from '../kernel/index.ts'

export type EpochSecond = number

export const DAY_SECONDS = 86_400

const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/

/** Seconds of an instant; `undefined` if it carries no zone, is none, or lies outside 1900–2199. */
export function secondsOf(at: Instant): EpochSecond | undefined {
  if (!ISO.test(at) || at < '1900' || at >= '2200') return undefined
  const ms = Date.parse(at)
  return Number.isNaN(ms) ? undefined : Math.floor(ms / 1000)
}

export function instantOf(second: EpochSecond): Instant {
  return `${new Date(second * 1000).toISOString().slice(0, 19)}Z`
}
