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

export type Override = { readonly day: string; readonly spans: readonly string[] }

export function readOverrides(text: string | undefined): { day: string; spans: string[] }[] | null {
  const found: { day: string; spans: string[] }[] = []
  for (const line of (text ?? '').split(/\r?\n/)) {
    if (line.trim() === '') continue
    const [day = '', ...rest] = line.trim().split(/\s+/)
    const spans = rest.join(' ') === '休' ? [] : readSpans(rest.join(' '))
    if (!isDay(day) || spans === null || (spans.length === 0 && rest.join(' ') !== '休')) return null
    found.push({ day, spans })
  }
  return found
}

export function overridesText(overrides: readonly Override[]): string {
  return overrides.map(({ day, spans }) => `${day} ${spans.length === 0 ? '休' : spans.join(', ')}`).join('\n')
}
