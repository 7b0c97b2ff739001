/** How amounts, instants and sizes are written on every screen. Instants are shown in Asia/Shanghai. */
import { dayOfInstant, formatYuan, type Day, type Instant } from '@anpei/domain/kernel'
import { present } from './present.ts'

const SHANGHAI_OFFSET_MS = 8 * 3_600_000

/** `123400` fen → `¥1,234.00`. */
export function yuan(amountFen: number): string {
  return formatYuan(BigInt(amountFen))
}

/** `MM-DD HH:mm`, with the year in front when it is not the year of `now`. */
export function instantText(at: Instant | null, now: Date = present()): string {
  if (at === null) return '—'
  const text = new Date(Date.parse(at) + SHANGHAI_OFFSET_MS).toISOString()
  const clock = `${text.slice(5, 10)} ${text.slice(11, 16)}`
  return text.slice(0, 4) === dayOfInstant(now.toISOString()).slice(0, 4) ? clock : `${text.slice(0, 4)}-${clock}`
}

/** The due time as people say it: midnight is 24:00 of the day that ends. */
export function dueText(dueAt: Instant | null, now: Date = present()): string {
  const text = instantText(dueAt, now)
  if (dueAt === null || !text.endsWith(' 00:00')) return text
  return instantText(new Date(Date.parse(dueAt) - 60_000).toISOString(), now).replace(/\d\d:\d\d$/, '24:00')
}

export function today(now: Date = present()): Day {
  return dayOfInstant(now.toISOString())
}

/** `2026年11月23日 星期一` */
export function todayText(now: Date = present()): string {
  const words = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'full', timeZone: 'Asia/Shanghai' })
  return words.format(now).replace(/ ?星期/, ' 星期')
}

/** Value of `<input type="datetime-local">`, read as Shanghai time → instant; null when empty. */
export function instantOfInput(text: string): Instant | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text)) return null
  return new Date(Date.parse(`${text.slice(0, 16)}:00.000Z`) - SHANGHAI_OFFSET_MS).toISOString()
}

/** `1.5` yuan as typed → 150 fen; null when it is not an amount. */
export function fenOfYuan(text: string): number | null {
  const match = /^(\d{1,10})(?:\.(\d{1,2}))?$/.exec(text.replaceAll(',', '').replace('¥', '').trim())
  if (!match) return null
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}

/** Fen as the plain text of an input: `150` → `1.50`. */
export function yuanInput(amountFen: number): string {
  return (amountFen / 100).toFixed(2)
}

export function bytesText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

/** Exact up to 10,000; above, `10,000+`. */
export function countText(total: number | null, more: boolean): string {
  if (total === null) return '—'
  return `${total.toLocaleString('en-US')}${more ? '+' : ''}`
}
