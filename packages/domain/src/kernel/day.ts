/**
 * Insurance days: calendar dates in Asia/Shanghai as `YYYY-MM-DD` strings (they compare as strings), and the
 * arithmetic on them by day number, never by adding hours. Instants are ISO-8601 UTC strings `…T…Z`.
 */
export type Day = string
export type Instant = string

const DAY_MS = 86_400_000
const SHANGHAI_OFFSET_MS = 8 * 3_600_000
const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/

/** Days since 1970-01-01 of a valid day; counted by hand, since clocks and rosters ask by the million. */
export function dayNumber(day: Day): number {
  const month = digit(day, 5) * 10 + digit(day, 6)
  const written = digit(day, 0) * 1000 + digit(day, 1) * 100 + digit(day, 2) * 10 + digit(day, 3)
  // Years that begin in March end with the leap day; 153 days are five months in a row.
  const year = month > 2 ? written : written - 1
  const leaps = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
  const beforeMonth = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5)
  return year * 365 + leaps + beforeMonth + digit(day, 8) * 10 + digit(day, 9) - DAYS_BEFORE_1970
}

/** Days from 1 March of the year 0 to 1 January 1970, less one. */
const DAYS_BEFORE_1970 = 719_469

function digit(text: string, at: number): number {
  return text.charCodeAt(at) - 48
}

export function dayOfNumber(n: number): Day {
  return new Date(n * DAY_MS).toISOString().slice(0, 10)
}

export function isDay(text: string): boolean {
  return PATTERN.test(text) && dayOfNumber(dayNumber(text)) === text
}

export function addDays(day: Day, days: number): Day {
  return dayOfNumber(dayNumber(day) + days)
}

/** Whole days from `from` to `to`; the day after counts 1 (民法典 201: the first day is not counted). */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

/** The Shanghai calendar day an instant falls on (China has one zone and no daylight saving since 1992). */
export function dayOfInstant(at: Instant): Day {
  // Lists ask by the hundred: the day written is the day in Shanghai before 16:00 UTC, else the one after.
  if (at.length >= 20 && at.endsWith('Z')) {
    const day = at.slice(0, 10)
    if (at.slice(11, 13) < '16') return day
    const next = digit(day, 8) * 10 + digit(day, 9) + 1
    return next <= 28 ? `${day.slice(0, 8)}${next < 10 ? '0' : ''}${next}` : addDays(day, 1)
  }
  return new Date(Date.parse(at) + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10)
}

/** The day a due time belongs to: 24:00 belongs to the day it ends (SLA §2 rule 8). */
export function dayEndingAt(due: Instant): Day {
  return dayOfInstant(new Date(Date.parse(due) - 1).toISOString())
}

/** `2026-11-23 18:47` in Shanghai. */
export function minuteText(at: Instant): string {
  return new Date(Date.parse(at) + SHANGHAI_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ')
}

/** The same of a due time: midnight is 24:00 of the day that ends. */
export function dueMinuteText(due: Instant): string {
  const text = minuteText(due)
  return text.endsWith(' 00:00') ? `${dayEndingAt(due)} 24:00` : text
}

/** The instant at which a Shanghai day begins; `startOfDay(addDays(d, 1))` is 24:00 of d. */
export function startOfDay(day: Day): Instant {
  return new Date(dayNumber(day) * DAY_MS - SHANGHAI_OFFSET_MS).toISOString()
}

/** Completed years of age on a day; a birthday on 29 February is completed on 1 March of a common year. */
export function ageOn(birthOn: Day, on: Day): number {
  const years = +on.slice(0, 4) - +birthOn.slice(0, 4)
  return on.slice(5) >= birthOn.slice(5) ? years : years - 1
}

/** The first day of the month after the month of `day`. */
export function firstOfNextMonth(day: Day): Day {
  const year = +day.slice(0, 4)
  const month = +day.slice(5, 7)
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
}

/** The hour in Shanghai as it is said to people: `上午9:00`, `中午12:30`, `下午3:05`. */
export function hourInWords(at: Instant): string {
  const local = new Date(Date.parse(at) + SHANGHAI_OFFSET_MS)
  const hour = local.getUTCHours()
  const part = hour < 6 ? '凌晨' : hour < 12 ? '上午' : hour < 13 ? '中午' : hour < 18 ? '下午' : '晚上'
  return `${part}${hour > 12 ? hour - 12 : hour}:${String(local.getUTCMinutes()).padStart(2, '0')}`
}
