/**
 * A calendar laid out as open spans in absolute seconds, in stretches of 2²⁵ s (388 days) with running sums, so that
 * working time is found by two binary searches (SLA §2 rule 3). An instant is open if its local date and time lie
 * in a span of that date, or in the part of the evening before that runs past midnight.
 */
import { ruleOf, type Calendar, type Chunk, type Span } from './calendar.ts'
import { DAY_SECONDS, type EpochSecond } from './instant.ts'
import { offsetSegments } from './zone.ts'

const CHUNK_SECONDS = 2 ** 25

/** The stretch that holds an instant, computed once. */
export function chunkAt(calendar: Calendar, at: EpochSecond): Chunk {
  const index = Math.floor(at / CHUNK_SECONDS)
  const known = calendar.chunks.get(index)
  if (known !== undefined) return known
  const { splice } = calendar
  const chunk =
    splice === undefined
      ? layOut(calendar, index * CHUNK_SECONDS)
      : joinAt(chunkAt(splice.before, at), chunkAt(splice.after, at), splice.at)
  calendar.chunks.set(index, chunk)
  return chunk
}

function layOut(calendar: Calendar, from: EpochSecond): Chunk {
  const to = from + CHUNK_SECONDS
  const segments = offsetSegments(calendar.offsetAt, from, to)
  const opens: number[] = []
  const closes: number[] = []
  for (const segment of segments) {
    const lastDay = Math.floor((segment.to - 1 + segment.offset) / DAY_SECONDS)
    for (let day = Math.floor((segment.from + segment.offset) / DAY_SECONDS); day <= lastDay; day += 1) {
      const midnight = day * DAY_SECONDS - segment.offset
      for (const span of spansWithin(calendar, day)) {
        const open = Math.max(midnight + span.open, segment.from, closes.at(-1) ?? segment.from)
        const close = Math.min(midnight + span.close, segment.to)
        if (close <= open) continue
        if (open === closes.at(-1)) closes[closes.length - 1] = close
        else {
          opens.push(open)
          closes.push(close)
        }
      }
    }
  }
  return summed({ from, to, segments }, opens, closes)
}

type Stretch = Pick<Chunk, 'from' | 'to' | 'segments'>

function summed({ from, to, segments }: Stretch, opens: readonly number[], closes: readonly number[]): Chunk {
  const upTo = new Float64Array(opens.length)
  let total = 0
  opens.forEach((open, i) => {
    total += (closes[i] ?? open) - open
    upTo[i] = total
  })
  return { from, to, segments, opens: Float64Array.from(opens), closes: Float64Array.from(closes), upTo, total }
}

/** Open spans of one calendar until an instant, of the other from then on. */
function joinAt(before: Chunk, after: Chunk, at: EpochSecond): Chunk {
  const opens: number[] = []
  const closes: number[] = []
  const add = (chunk: Chunk, from: number, to: number) =>
    chunk.opens.forEach((opened, i) => {
      const open = Math.max(opened, from)
      const close = Math.min(chunk.closes[i] ?? open, to)
      if (close <= open) return
      if (open === closes.at(-1)) closes[closes.length - 1] = close
      else {
        opens.push(open)
        closes.push(close)
      }
    })
  add(before, -Infinity, at)
  add(after, at, Infinity)
  return summed(after, opens, closes)
}

/** Open spans of a local date cut at both midnights, the tail of the evening before included. */
function spansWithin(calendar: Calendar, day: number): Span[] {
  const spans: Span[] = []
  for (const { open, close } of ruleOf(calendar, day - 1).spans) {
    if (close > DAY_SECONDS) spans.push({ open: Math.max(0, open - DAY_SECONDS), close: close - DAY_SECONDS })
  }
  for (const { open, close } of ruleOf(calendar, day).spans) {
    spans.push({ open, close: Math.min(close, DAY_SECONDS) })
  }
  return spans.sort((a, b) => a.open - b.open)
}
