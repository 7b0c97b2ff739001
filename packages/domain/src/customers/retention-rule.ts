/**
 * CUS-10: how long what is kept (保险法 87, 反洗钱法 2024 第 34 条, 个人信息保护法 19): periods stand in
 * config/privacy/retention.json. What is in use, or held for a running matter, is never on a list; a period ends on
 * the day of the same date.
 */
import { addDays, isDay, ok, refuse, type Day, type Decision } from '../kernel/index.ts'

export type RetentionClass = {
  readonly id: string
  readonly title: string
  readonly keepYears: number
  readonly keepDays: number
  /** From when it is counted. */
  readonly from: string
  readonly basis: string
  readonly version: number
}

/** When the last use of something ended; `open` = it is in use. */
export type LastUse = { readonly class: string; readonly endedOn: Day | 'open' }

/** The last day on which a person's data must be kept; `open` while anything runs, null when nothing binds. */
export function keptUntil(uses: readonly LastUse[], classes: readonly RetentionClass[]): Day | 'open' | null {
  let latest: Day | null = null
  for (const { class: id, endedOn } of uses) {
    if (endedOn === 'open') return 'open'
    const found = classes.find((one) => one.id === id)
    if (!found) throw new Error(`no retention class ${id}`)
    const until = addDays(yearsLater(endedOn, found.keepYears), found.keepDays)
    if (latest === null || until > latest) latest = until
  }
  return latest
}

/** 29 February ends on 1 March: longer rather than shorter. */
function yearsLater(day: Day, years: number): Day {
  const later = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`
  return isDay(later) ? later : `${later.slice(0, 4)}-03-01`
}

/** What ended before this day may go. */
export function beforeDay(found: Pick<RetentionClass, 'keepYears' | 'keepDays'>, today: Day): Day {
  const earlier = `${Number(today.slice(0, 4)) - found.keepYears}${today.slice(4)}`
  return addDays(isDay(earlier) ? earlier : `${earlier.slice(0, 4)}-02-28`, -found.keepDays)
}

export type Binding = {
  readonly keptUntil: Day | 'open' | null
  readonly held: boolean
  readonly today: Day
}

/** Whether a person's data may be destroyed today. */
export function decideDestruction({ keptUntil: until, held, today }: Binding): Decision<null> {
  if (held) return refuse('customers.retention_held')
  if (until === 'open') return refuse('customers.retention_open')
  if (until !== null && until >= today) return refuse('customers.retention_binds', { untilOn: until })
  return ok(null)
}
