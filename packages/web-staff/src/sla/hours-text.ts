/** Hours as people type them: `09:00-12:00, 13:30-17:30`, and single days a line each (CLK-02). */
import { isDay } from '@anpei/domain/kernel'

export const WEEKDAYS = [
  { key: 'mon', zh: '星期一' },
  { key: 'tue', zh: '星期二' },
  { key: 'wed', zh: '星期三' },
  { key: 'thu', zh: '星期四' },
  { key: 'fri', zh: '星期五' },
  { key: 'sat', zh: '星期六' },
  { key: 'sun', zh: '星期日' },
] as const

const SPAN = /^\d{1,2}:\d{2}-\d{1,2}:\d{2}$/

/** Null where a piece is no span; empty text is a day off. */
export function readSpans(text: string | undefined): string[] | null {
  const parts = (text ?? '')
    .replaceAll('：', ':')
    .replaceAll(/[–—~～至]/g, '-')
    .split(/[,，、\s]+/)
    .filter(Boolean)
  if (!parts.every((part) => SPAN.test(part))) return null
  return parts.map((part) =>
    part
      .split('-')
      .map((time) => time.padStart(5, '0'))
      .join('-'),
  )
}

const CLOSED = '休'
/** What stands under a field of one day's hours, and what is said where it was not understood. */
export const DAY_HELP = '可写几段：09:00-12:00, 13:30-17:30；全天休息写“休”'
export const DAY_FAULT = '写作 09:00-12:00, 13:30-17:30；全天休息写“休”'

/** The hours of one day; closed only where it says so. */
export function readDay(text: string | undefined): string[] | null {
  if (text?.trim() === CLOSED) return []
  const spans = readSpans(text)
  return spans === null || spans.length === 0 ? null : spans
}

export function dayText(spans: readonly string[]): string {
  return spans.length === 0 ? CLOSED : spans.join(', ')
}

export type Override = { readonly day: string; readonly spans: readonly string[] }

export function readOverrides(text: string | undefined): { day: string; spans: string[] }[] | null {
  const found: { day: string; spans: string[] }[] = []
  for (const line of (text ?? '').split(/\r?\n/)) {
    if (line.trim() === '') continue
    const [day = '', ...rest] = line.trim().split(/\s+/)
    const spans = readDay(rest.join(' '))
    if (!isDay(day) || spans === null) return null
    found.push({ day, spans })
  }
  return found
}

export function overridesText(overrides: readonly Override[]): string {
  return overrides.map(({ day, spans }) => `${day} ${dayText(spans)}`).join('\n')
}
