/** Days and sums as people say them. */
import { addDays, dayOfInstant, dayNumber, hourInWords, type Day, type Instant } from '@anpei/domain/kernel'

const WEEK_ZH = ['日', '一', '二', '三', '四', '五', '六']
const WEEK_EN = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const MONTHS_EN = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

export type Language = 'zh' | 'en'

/** `2026-11-22` → `2026年11月22日（星期日）`. */
export function dayInWords(day: Day, language: Language): string {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))]
  const week = (((dayNumber(day) + 4) % 7) + 7) % 7
  if (language === 'en') return `${WEEK_EN[week]}, ${date} ${MONTHS_EN[month - 1]} ${year}`
  return `${year}年${month}月${date}日（星期${WEEK_ZH[week]}）`
}

/** The Shanghai day and time: `11月22日下午3:05`. */
export function instantInWords(at: Instant, language: Language): string {
  const day = dayOfInstant(at)
  if (language === 'zh') return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日${hourInWords(at)}`
  const local = new Date(Date.parse(at) + 8 * 3_600_000)
  return `${dayInWords(day, 'en')}, ${local.getUTCHours()}:${String(local.getUTCMinutes()).padStart(2, '0')}`
}

/** Fen → `1,200元`, `1,200.50元`; English `¥1,200.50`. */
export function yuan(fen: number, language: Language): string {
  const whole = Math.floor(fen / 100)
    .toString()
    .replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  const rest = fen % 100
  const text = rest === 0 ? whole : `${whole}.${String(rest).padStart(2, '0')}`
  return language === 'en' ? `¥${text}` : `${text}元`
}

export function todayIn(now: number): Day {
  return dayOfInstant(new Date(now).toISOString())
}

/** The day in China on which something happened. */
export function dayIn(at: Instant): Day {
  return dayOfInstant(at)
}

export function shiftDay(day: Day, days: number): Day {
  return addDays(day, days)
}
