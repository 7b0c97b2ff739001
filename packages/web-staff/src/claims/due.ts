/** Remaining time in words: working days by the calendar of the claims desk, hours on the day itself (CLM-13). */
import { addDays, dayOfInstant, daysBetween, type Day, type Instant } from '@anpei/domain/kernel'
import { isWorkingDay, nationalTable, parseCalendar, parseHolidayYear, type Calendar } from '@anpei/domain/sla'
import holidays2025 from '../../../../config/calendars/holiday_cn_2025.json' with { type: 'json' }
import holidays2026 from '../../../../config/calendars/holiday_cn_2026.json' with { type: 'json' }
import { instantText } from '../kernel/index.ts'
import lines from '../../../../config/calendars/lines.json' with { type: 'json' }

export type DueWords = { readonly text: string; readonly tone: 'late' | 'soon' | 'calm' }

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const MOST_DAYS = 400

const desk = deskCalendar()

/** `还剩 2 个工作日`, `还剩 3 小时`, `已超 1 天`. */
export function dueWords(dueAt: Instant, now: Date): DueWords {
  const left = Date.parse(dueAt) - now.getTime()
  if (left < 0) return { text: `已超 ${spanText(-left)}`, tone: 'late' }
  const from = dayOfInstant(now.toISOString())
  const to = lastDay(dueAt)
  if (from === to) return { text: `还剩 ${spanText(left)}`, tone: 'soon' }
  const days = workingDaysBetween(from, to)
  if (days === 0) return { text: `还剩 ${daysBetween(from, to)} 天`, tone: 'soon' }
  return { text: `还剩 ${days} 个工作日`, tone: days <= 1 ? 'soon' : 'calm' }
}

/** Midnight ends the day before: a due time of 00:00 on the 24th is 24:00 of the 23rd. */
function lastDay(dueAt: Instant): Day {
  return dayOfInstant(new Date(Date.parse(dueAt) - 1).toISOString())
}

/** The due time as people say it: midnight is 24:00 of the day that ends. */
export function dueText(dueAt: Instant, now: Date): string {
  const text = instantText(dueAt, now)
  if (!text.endsWith(' 00:00')) return text
  return instantText(new Date(Date.parse(dueAt) - 60_000).toISOString(), now).replace(/\d\d:\d\d$/, '24:00')
}

function spanText(ms: number): string {
  if (ms < HOUR) return `${Math.max(1, Math.round(ms / MINUTE))} 分钟`
  if (ms < 24 * HOUR) return `${Math.floor(ms / HOUR)} 小时`
  return `${Math.floor(ms / (24 * HOUR))} 天`
}

/** Working days after `from` up to and with `to`. */
function workingDaysBetween(from: Day, to: Day): number {
  let count = 0
  for (let n = 1; n <= Math.min(daysBetween(from, to), MOST_DAYS); n += 1) {
    if (desk === null || isWorkingDay(desk, addDays(from, n))) count += 1
  }
  return count
}

function deskCalendar(): Calendar | null {
  const years = [holidays2025, holidays2026].map(parseHolidayYear).flatMap((year) => (year.ok ? [year.value] : []))
  const line = lines.find((one) => one.id === 'desk')
  const parsed = parseCalendar(line, nationalTable(years))
  return parsed.ok ? parsed.value : null
}
