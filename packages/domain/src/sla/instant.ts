/**
 * The engine counts in whole seconds since 1970 UTC; instants of the outside world are ISO strings (SLA §2 rule 17).
 * Parts of a second are dropped.
 */
import { dayOfNumber, type Instant } from '../kernel/index.ts'

export type EpochSecond = number

export const DAY_SECONDS = 86_400

const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/

/** Seconds of an instant; `undefined` if it carries no zone, is none, or lies outside 1900–2199. */
export function secondsOf(at: Instant): EpochSecond | undefined {
  if (at === lastRead.at) return lastRead.second
  const second = readInstant(at)
  lastRead = { at, second }
  return second
}

/** Every clock of a case is folded to the one present. */
let lastRead: { readonly at: Instant; readonly second: EpochSecond | undefined } = { at: '', second: undefined }

function readInstant(at: Instant): EpochSecond | undefined {
  if (!ISO.test(at) || at < '1900' || at >= '2200') return undefined
  const ms = Date.parse(at)
  return Number.isNaN(ms) ? undefined : Math.floor(ms / 1000)
}

export function instantOf(second: EpochSecond): Instant {
  if (second % 3600 !== 0) return nameOf(second)
  const known = hours.get(second)
  if (known !== undefined) return known
  if (hours.size >= MOST_HOURS) hours.clear()
  const name = nameOf(second)
  hours.set(second, name)
  return name
}

/** Most clocks end with a day of some zone, at a full hour. */
const hours = new Map<EpochSecond, Instant>()
const MOST_HOURS = 20_000

function nameOf(second: EpochSecond): Instant {
  const day = Math.floor(second / DAY_SECONDS)
  return `${nameOfDay(day)}T${clockText(second - day * DAY_SECONDS)}Z`
}

const TWO = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'))

/** `09:05:00` of seconds since midnight. */
export function clockText(seconds: number): string {
  return `${TWO[Math.floor(seconds / 3600)]}:${TWO[Math.floor((seconds % 3600) / 60)]}:${TWO[seconds % 60]}`
}

const names = new Map<number, string>()

/** Folds name the same few days again and again. */
function nameOfDay(day: number): string {
  const known = names.get(day)
  if (known !== undefined) return known
  const name = dayOfNumber(day)
  names.set(day, name)
  return name
}
