/**
 * Working time between two instants and its exact inverse (CLK-03; SLA §2 rule 3). Whole seconds; the answer is the
 * earliest instant: 11:50 + 10 minutes is 12:00, not 13:30.
 */
import { dayNumber, ok, refuse, type Day, type Decision } from '../kernel/index.ts'
import { dayNamed, type Calendar, type Chunk } from './calendar.ts'
import { chunkAt } from './chunks.ts'
import { DAY_SECONDS, type EpochSecond } from './instant.ts'

export const HORIZON_DAYS = 800
const HORIZON_SECONDS = HORIZON_DAYS * DAY_SECONDS
const WIDEST_OFFSET = 16 * 3600

export type DueRefusal = 'sla.beyond_horizon' | 'sla.bad_budget'

/** Open seconds of [a, b); negative if b lies before a. */
export function workingTime(calendar: Calendar, a: EpochSecond, b: EpochSecond): number {
  if (b < a) return 0 - workingTime(calendar, b, a)
  let chunk = chunkAt(calendar, a)
  let sum = -openBefore(chunk, a)
  while (b >= chunk.to) {
    sum += chunk.total
    chunk = chunkAt(calendar, chunk.to)
  }
  return sum + openBefore(chunk, b)
}

/** The earliest instant t′ ≥ t with `workingTime(t, t′) = seconds`. */
export function addWorkingTime(calendar: Calendar, t: EpochSecond, seconds: number): Decision<EpochSecond, DueRefusal> {
  if (!Number.isSafeInteger(seconds) || seconds < 0) return refuse('sla.bad_budget', { budget: seconds })
  if (seconds === 0) return ok(t)
  const limit = t + HORIZON_SECONDS
  let chunk = chunkAt(calendar, t)
  let needed = seconds + openBefore(chunk, t)
  while (chunk.total < needed) {
    needed -= chunk.total
    if (chunk.to > limit) return refuse('sla.beyond_horizon', { days: HORIZON_DAYS })
    chunk = chunkAt(calendar, chunk.to)
  }
  const i = firstAtLeast(chunk.upTo, needed)
  const due = (chunk.closes[i] ?? chunk.to) - ((chunk.upTo[i] ?? needed) - needed)
  return due > limit ? refuse('sla.beyond_horizon', { days: HORIZON_DAYS }) : ok(due)
}

/** Open seconds of the chunk before an instant of it. */
function openBefore(chunk: Chunk, at: EpochSecond): number {
  const i = firstAbove(chunk.closes, at)
  const open = chunk.opens[i]
  const before = i === 0 ? 0 : (chunk.upTo[i - 1] ?? 0)
  return open === undefined || at <= open ? before : before + at - open
}

function firstAtLeast(values: Float64Array, wanted: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((values[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return low
}

function firstAbove(values: Float64Array, limit: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((values[middle] ?? 0) <= limit) low = middle + 1
    else high = middle
  }
  return low
}

/** The calendar's local date of an instant. */
export function localDay(calendar: Calendar, at: EpochSecond): Day {
  return dayNamed(calendar, Math.floor((at + offsetIn(calendar, at)) / DAY_SECONDS))
}

/** Seconds of local time since local midnight, as a clock on the wall shows them. */
export function localSeconds(calendar: Calendar, at: EpochSecond): number {
  const local = at + offsetIn(calendar, at)
  return local - Math.floor(local / DAY_SECONDS) * DAY_SECONDS
}

function offsetIn(calendar: Calendar, at: EpochSecond): number {
  return chunkAt(calendar, at).segments.find((segment) => at < segment.to)?.offset ?? 0
}

/** The first instant of a local date. */
export function startOfLocalDay(calendar: Calendar, day: Day): EpochSecond {
  return instantOfLocal(calendar, dayNumber(day) * DAY_SECONDS)
}

/** The 24:00 of a local date. */
export function endOfLocalDay(calendar: Calendar, day: Day): EpochSecond {
  return instantOfLocal(calendar, (dayNumber(day) + 1) * DAY_SECONDS)
}

/** The first instant at which wall clocks show these local seconds since 1970-01-01 00:00, or have passed them. */
export function instantOfLocal(calendar: Calendar, local: number): EpochSecond {
  let chunk = chunkAt(calendar, local - WIDEST_OFFSET)
  for (;;) {
    for (const segment of chunk.segments) {
      const at = Math.max(local - segment.offset, segment.from)
      if (at < segment.to) return at
    }
    chunk = chunkAt(calendar, chunk.to)
  }
}
