/**
 * T12: a fault of the online service as it may stand in the register, and when a silence of the machine was one. Only
 * what is received after it was entered runs under T12: nobody makes a broken T11 good afterwards. What stands in the
 * register is also how far the promise to be there at all hours was kept, month by month (T08).
 */
import { dayOfInstant, firstOfNextMonth, ok, refuse, startOfDay, type Decision, type Instant } from '../kernel/index.ts'

type FaultTold = { readonly beganAt: Instant; readonly endedAt: Instant | null; readonly now: Instant }

export function decideFault({ beganAt, endedAt, now }: FaultTold): Decision<true> {
  const [from, to, present] = [Date.parse(beganAt), endedAt === null ? null : Date.parse(endedAt), Date.parse(now)]
  return from > present || (to !== null && (to <= from || to > present)) ? refuse('sla.fault_times') : ok(true)
}

const SILENCE_MS = 10 * 60_000

/** A clock that was put back is no silence. */
export function wasDown(lastSeenAt: Instant | null, now: Instant): boolean {
  return lastSeenAt !== null && Date.parse(now) - Date.parse(lastSeenAt) > SILENCE_MS
}

type Down = { readonly beganAt: Instant; readonly endedAt: Instant | null }
export type MonthOfService = {
  /** `2026-11`, by the days of Shanghai. */
  readonly month: string
  readonly faults: number
  /** Faults at the same time count once. */
  readonly downSeconds: number
  /** Of the month, or of what has passed of it; rounded down, so that 10,000 is said only when it is true. */
  readonly availableBps: number
}

/** From the month of the first fault to the present one, latest first, at most `most`. */
export function availability(faults: readonly Down[], now: Instant, most: number): readonly MonthOfService[] {
  const present = Date.parse(now)
  const spans = faults
    .map(({ beganAt, endedAt }) => ({ from: Date.parse(beganAt), to: endedAt ? Date.parse(endedAt) : present }))
    .sort((a, b) => a.from - b.from)
  const first = spans[0]?.from ?? present
  const months: MonthOfService[] = []
  let month = `${dayOfInstant(new Date(Math.min(first, present)).toISOString()).slice(0, 7)}-01`
  while (Date.parse(startOfDay(month)) < present) {
    const next = firstOfNextMonth(month)
    months.push(monthOf(month, spans, Date.parse(startOfDay(month)), Math.min(present, Date.parse(startOfDay(next)))))
    month = next
  }
  return months.slice(-most).reverse()
}

function monthOf(
  day: string,
  spans: readonly { readonly from: number; readonly to: number }[],
  begin: number,
  end: number,
): MonthOfService {
  const own = spans.filter(({ from, to }) => from < end && to > begin)
  let down = 0
  let counted = begin
  for (const { from, to } of own) {
    const since = Math.max(from, counted)
    const until = Math.min(to, end)
    if (until > since) down += until - since
    counted = Math.max(counted, until)
  }
  const availableBps = Math.floor(((end - begin - down) * 10_000) / (end - begin))
  return { month: day.slice(0, 7), faults: own.length, downSeconds: Math.round(down / 1000), availableBps }
}
