/**
 * Offsets of an IANA zone, by Intl and never by the zone of the process (SLA §2 rules 2 and 17).
 * A stretch of time is cut into segments of one constant offset, so daylight saving is exact to the second.
 */
import { DAY_SECONDS, type EpochSecond } from './instant.ts'

export type OffsetSegment = { readonly from: EpochSecond; readonly to: EpochSecond; readonly offset: number }
export type OffsetAt = (second: EpochSecond) => number

const SAMPLE_SECONDS = 7 * DAY_SECONDS

export function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** A function from an instant to local minus UTC seconds in that zone. */
export function offsetReader(zone: string): OffsetAt {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  return (second) => {
    const field: Record<string, number> = {}
    for (const part of format.formatToParts(second * 1000)) field[part.type] = Number(part.value)
    const local = Date.UTC(
      field['year'] ?? 0,
      (field['month'] ?? 1) - 1,
      field['day'] ?? 1,
      field['hour'] ?? 0,
      field['minute'] ?? 0,
      field['second'] ?? 0,
    )
    return local / 1000 - second
  }
}

/** Cuts [from, to) where the offset changes. Changes closer together than a week are not looked for. */
export function offsetSegments(offsetAt: OffsetAt, from: EpochSecond, to: EpochSecond): OffsetSegment[] {
  const segments: OffsetSegment[] = []
  let start = from
  let offset = offsetAt(from)
  let known = from
  while (known < to) {
    const next = Math.min(known + SAMPLE_SECONDS, to)
    const nextOffset = offsetAt(next)
    if (nextOffset !== offset) {
      const change = firstWith(offsetAt, offset, known, next)
      if (change < to) {
        segments.push({ from: start, to: change, offset })
        start = change
        offset = offsetAt(change)
      }
      known = change
      continue
    }
    known = next
  }
  segments.push({ from: start, to, offset })
  return segments
}

/** The first second in (low, high] whose offset differs from `offset`. */
function firstWith(offsetAt: OffsetAt, offset: number, low: EpochSecond, high: EpochSecond): EpochSecond {
  let same = low
  let other = high
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2)
    if (offsetAt(middle) === offset) same = middle
    else other = middle
  }
  return other
}
