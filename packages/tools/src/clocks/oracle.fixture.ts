/**
 * An oracle for the clocks door that shares nothing with the engine: it reads the holiday notices itself and walks the
 * clock second by second, or the calendar day by day, in Shanghai time.
 */
import { readFileSync } from 'node:fs'

type Notice = { readonly days: readonly { readonly date: string; readonly isOffDay: boolean }[] }

const listed = new Map<string, boolean>()
for (const year of [2025, 2026]) {
  const file = new URL(`../../../../config/calendars/holiday_cn_${year}.json`, import.meta.url)
  const notice: Notice = JSON.parse(readFileSync(file, 'utf8'))
  for (const { date, isOffDay } of notice.days) listed.set(date, isOffDay)
}

/** Seconds since 1970 if Shanghai were UTC: local arithmetic only. */
export function tick(text: string): number {
  const [day = '', time = '00:00'] = text.split(/[ T]/)
  const [h = 0, m = 0, s = 0] = time.split(':').map(Number)
  return Date.parse(`${day}T00:00:00Z`) / 1000 + h * 3600 + m * 60 + s
}

export function textOf(ticks: number): string {
  return new Date(ticks * 1000).toISOString().slice(0, 19).replace('T', ' ')
}

function dayText(ticks: number): string {
  return textOf(ticks).slice(0, 10)
}

const workdays = new Map<string, boolean>()
export function isWorkday(day: string): boolean {
  const known = workdays.get(day)
  if (known !== undefined) return known
  const off = listed.get(day)
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  const answer = off === undefined ? weekday !== 0 && weekday !== 6 : !off
  workdays.set(day, answer)
  return answer
}

type IsOpen = (ticks: number) => boolean

const atDesk: IsOpen = (ticks) => {
  const second = ticks % 86_400
  const inHours = (second >= 32_400 && second < 43_200) || (second >= 48_600 && second < 63_000)
  return inHours && isWorkday(dayText(ticks))
}
const always: IsOpen = () => true

export type Pause = readonly [from: number, to: number]

/** Walks second by second until `seconds` open, unpaused ones are used up. */
export function walkUntil(unit: string, start: number, seconds: number, pauses: readonly Pause[] = []): number {
  const open = unit === 'wall' ? always : atDesk
  let at = start
  for (let used = 0; used < seconds; at += 1) {
    if (!pauses.some(([from, to]) => at >= from && at < to) && open(at)) used += 1
  }
  return at
}

export function openBetween(unit: string, from: number, to: number): number {
  const open = unit === 'wall' ? always : atDesk
  let used = 0
  for (let at = from; at < to; at += 1) if (open(at)) used += 1
  return used
}

export function nextDays(day: string, n: number, counts: (day: string) => boolean): string {
  let ticks = tick(day)
  for (let left = n; left > 0; ) {
    ticks += 86_400
    if (counts(dayText(ticks))) left -= 1
  }
  return dayText(ticks)
}

export function isOff(day: string): boolean {
  return listed.get(day) === true
}

export function isWeekday(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}
