/**
 * SRV-09: a time for a visit. At home a half-day is agreed, and each visitor has so many places in one; a video has its
 * half hour; to the scene one goes at once, at any hour. Hours come from the visitor's working calendar, absence and
 * what is booked already are respected. Later than promised only by putting off, with the reason (SRV-05, T07).
 */
import {
  dayOfInstant,
  hourInWords,
  ok,
  refuse,
  startOfDay,
  type Day,
  type Decision,
  type Instant,
} from '../kernel/index.ts'
import type { Half, VisitKind } from './words.ts'

/** Seconds of local time since midnight, as a working calendar has them. */
export type Hours = { readonly open: number; readonly close: number }

const NOON = 13 * 3600
const VIDEO_MS = 30 * 60_000

/** The part of a day's open hours that belongs to a half-day; null: closed. */
export function halfWindow(spans: readonly Hours[], half: Half): Hours | null {
  const [from, to] = half === 'am' ? [0, NOON] : [NOON, 86_400]
  const parts = spans
    .map(({ open, close }) => ({ open: Math.max(open, from), close: Math.min(close, to) }))
    .filter(({ open, close }) => open < close)
  const [first, last] = [parts[0], parts.at(-1)]
  return first && last ? { open: first.open, close: last.close } : null
}

export type Slot = {
  readonly on: Day
  readonly half: Half
  readonly seat: number | null
  readonly from: Instant
  readonly to: Instant
}

/** What is known of a visitor for the wished time. */
export type VisitorThen = {
  readonly active: boolean
  readonly absent: boolean
  /** Open hours of the day by the visitor's calendar. */
  readonly spans: readonly Hours[]
  readonly capacity: number
  /** Places of the half-day that are taken. */
  readonly taken: readonly number[]
  /** Videos of that day. */
  readonly videos: readonly { readonly from: Instant; readonly to: Instant }[]
  /** Is on the way to a scene, or at one. */
  readonly atScene: boolean
}

export type SlotWish = {
  readonly kind: VisitKind
  readonly day: Day
  readonly half: Half
  /** A video begins at an hour; a scene is to be reached by one. */
  readonly at: Instant | null
  readonly now: Instant
  /** What the promise leaves; null: none runs. */
  readonly dueAt: Instant | null
  /** The telling of a later time: the promise does not bound it. */
  readonly puttingOff: boolean
  readonly visitor: VisitorThen
}

export function decideSlot(wish: SlotWish): Decision<Slot> {
  const found = slotOf(wish)
  if (!found.ok) return found
  const { to } = found.value
  if (!wish.puttingOff && wish.dueAt !== null && Date.parse(to) > Date.parse(wish.dueAt)) {
    return refuse('visit.later_needs_reason', { due: wish.dueAt })
  }
  return found
}

function slotOf(wish: SlotWish): Decision<Slot> {
  const { visitor, day, half } = wish
  if (!visitor.active) return refuse('visit.visitor_unknown')
  if (visitor.absent) return refuse('visit.visitor_absent', { day })
  if (wish.kind === 'on_site') return atOnce(wish)
  if (wish.kind === 'video') return atHour(wish)
  const window = halfWindow(visitor.spans, half)
  if (!window) return refuse('visit.visitor_off', { day })
  const [from, to] = [instantOn(day, window.open), instantOn(day, window.close)]
  if (Date.parse(to) <= Date.parse(wish.now)) return refuse('visit.slot_past')
  const seat = Array.from({ length: visitor.capacity }, (_, index) => index + 1).find(
    (no) => !visitor.taken.includes(no),
  )
  return seat === undefined ? refuse('visit.visitor_full', { day }) : ok({ on: day, half, seat, from, to })
}

function atHour({ visitor, at, now }: SlotWish): Decision<Slot> {
  if (at === null) return refuse('visit.hour_missing')
  const [from, to] = [Date.parse(at), Date.parse(at) + VIDEO_MS]
  if (to <= Date.parse(now)) return refuse('visit.slot_past')
  const day = dayOfInstant(at)
  const local = (from - Date.parse(startOfDay(day))) / 1000
  if (!visitor.spans.some(({ open, close }) => open <= local && local + VIDEO_MS / 1000 <= close)) {
    return refuse('visit.visitor_off', { day })
  }
  const clash = visitor.videos.some((one) => Date.parse(one.from) < to && from < Date.parse(one.to))
  if (clash) return refuse('visit.visitor_full', { day })
  return ok({ on: day, half: halfOf(at), seat: null, from: isoOf(from), to: isoOf(to) })
}

function atOnce({ visitor, at, now }: SlotWish): Decision<Slot> {
  if (at === null) return refuse('visit.hour_missing')
  if (Date.parse(at) <= Date.parse(now)) return refuse('visit.slot_past')
  if (visitor.atScene) return refuse('visit.visitor_full', { day: dayOfInstant(now) })
  return ok({ on: dayOfInstant(at), half: halfOf(at), seat: null, from: now, to: isoOf(Date.parse(at)) })
}

export function halfOf(at: Instant): Half {
  return (Date.parse(at) - Date.parse(startOfDay(dayOfInstant(at)))) / 1000 < NOON ? 'am' : 'pm'
}

function instantOn(day: Day, seconds: number): Instant {
  return isoOf(Date.parse(startOfDay(day)) + seconds * 1000)
}

function isoOf(ms: number): Instant {
  return new Date(ms).toISOString()
}

type Agreed = { readonly kind: VisitKind; readonly from: Instant; readonly to: Instant }

/** As the customer is told, never too late: `11月24日上午9:00至12:00`, a video `11月24日上午9:30`, a scene `…10:05前`. */
export function slotWords({ kind, from, to }: Agreed): string {
  if (kind === 'home') return `${wordsOf(from)}至${endOf(from, to)}`
  return kind === 'video' ? wordsOf(from) : `${wordsOf(to)}前`
}

function wordsOf(at: Instant): string {
  const day = dayOfInstant(at)
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日${hourInWords(at)}`
}

/** The part of the day is said once, unless it is another one: 上午9:00至12:00, 上午9:00至下午1:00. */
function endOf(from: Instant, to: Instant): string {
  const [start, end] = [hourInWords(from), hourInWords(to)]
  return end.startsWith(start.slice(0, 2)) || end.startsWith('中午') ? end.slice(2) : end
}
