/**
 * How much time a clock has left, in the unit it is promised in (SLA §2 rule 20): working days, natural days, working
 * hours, or hours and minutes; the same for how late it is.
 */
import { daysBetween, type Instant } from '../kernel/index.ts'
import { isProvisional, type Calendar } from './calendar.ts'
import type { ClockUnit } from './clock-def.ts'
import { workingDaysBetween } from './day-clocks.ts'
import { secondsOf } from './instant.ts'
import { lastDayOf } from './run.ts'
import { localDay, workingTime } from './working-time.ts'

export type Remaining = {
  readonly late: boolean
  /** Days or seconds, never negative. */
  readonly amount: number
  readonly unit: ClockUnit
  /** It counts days of a year whose notice is not published yet. */
  readonly provisional: boolean
  /** E.g. 还剩 2 个工作日, 今天 24:00 前, 已超 3 小时. */
  readonly zh: string
}

export function remainingOf(unit: ClockUnit, calendar: Calendar, now: Instant, dueAt: Instant): Remaining {
  const present = secondsOf(now) ?? 0
  const due = secondsOf(dueAt) ?? present
  const late = present > due
  const [from, to] = late ? [due, present] : [present, due]
  if (unit === 'wall' || unit === 'business') {
    const amount = unit === 'wall' ? to - from : workingTime(calendar, from, to)
    const provisional = unit === 'business' && isProvisional(calendar, localDay(calendar, from), localDay(calendar, to))
    return { late, amount, unit, provisional, zh: `${late ? '已超' : '还剩'}${spell(amount, unit === 'business')}` }
  }
  const today = localDay(calendar, present)
  const dueDay = lastDayOf(calendar, due)
  const provisional = unit === 'workingDay' && isProvisional(calendar, late ? dueDay : today, late ? today : dueDay)
  const amount =
    unit === 'workingDay'
      ? workingDaysBetween(calendar, late ? dueDay : today, late ? today : dueDay)
      : Math.abs(daysBetween(today, dueDay))
  const word = unit === 'workingDay' ? '个工作日' : '天'
  if (late) return { late, amount, unit, provisional, zh: amount === 0 ? '已过期限' : `已超 ${amount} ${word}` }
  return { late, amount, unit, provisional, zh: amount === 0 ? '今天 24:00 前' : `还剩 ${amount} ${word}` }
}

function spell(seconds: number, working: boolean): string {
  const hour = working ? '工作小时' : '小时'
  const minutes = Math.floor(seconds / 60)
  if (minutes < 1) return '不到 1 分钟'
  if (minutes < 60) return ` ${minutes} 分钟`
  const hours = Math.floor(minutes / 60)
  return minutes % 60 === 0 ? ` ${hours} ${hour}` : ` ${hours} ${hour} ${minutes % 60} 分`
}
