/**
 * Remaining time as the server counts it, by the calendars of now (SLA §2 rule 20). Here it is only worded on: hours
 * and minutes go on while the page is open, and what ran out meanwhile says so.
 */
import type { TimeLeft } from '@anpei/contract/kernel'
import type { Instant } from '@anpei/domain/kernel'

export type DueWords = { readonly text: string; readonly tone: 'late' | 'soon' | 'calm' }

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** From here on it is soon: days, or seconds of the clock, or of working hours. */
const SOON = { workingDay: 1, naturalDay: 1, wall: 24 * 3600, business: 8 * 3600 } as const

export function dueWords(left: TimeLeft, dueAt: Instant, now: Date): DueWords {
  const ms = Date.parse(dueAt) - now.getTime()
  const ticks = left.unit === 'wall' && Math.abs(ms) < DAY
  if (left.late) return { text: ticks ? `已超 ${spanText(-ms)}` : left.text, tone: 'late' }
  if (ms < 0) return { text: '刚刚超期', tone: 'late' }
  const tone = left.amount <= SOON[left.unit] ? 'soon' : 'calm'
  return { text: ticks ? `还剩 ${spanText(ms)}` : left.text, tone }
}

function spanText(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / MINUTE))
  if (minutes < 60) return `${minutes} 分钟`
  return minutes % 60 === 0 ? `${minutes / 60} 小时` : `${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分`
}
