/**
 * A State Council notice as people bring it: the JSON of holiday-cn, or one line a day or stretch, e.g.
 * `2027-02-05~2027-02-11 休 春节` and `2027-02-14 班 春节`.
 */
import { addDays, daysBetween, isDay } from '@anpei/domain/kernel'

export type NoticeDay = { readonly date: string; readonly isOffDay: boolean; readonly name: string }
export type ReadNotice =
  | { readonly ok: true; readonly year: number | null; readonly days: readonly NoticeDay[] }
  | { readonly ok: false; readonly problem: string }

const LINE = /^(\d{4}-\d{2}-\d{2})(?:\s*[~～至-]\s*(\d{4}-\d{2}-\d{2}))?\s+(休|班)\s*(.*)$/
const LONGEST_DAYS = 31

export function readNotice(text: string): ReadNotice {
  const trimmed = text.trim()
  if (trimmed === '') return { ok: false, problem: '请贴入通知内容' }
  return trimmed.startsWith('{') ? readJson(trimmed) : readLines(trimmed)
}

function readJson(text: string): ReadNotice {
  let input: unknown
  try {
    input = JSON.parse(text)
  } catch {
    return { ok: false, problem: '不是完整的 JSON，请检查是否漏贴了一部分' }
  }
  if (typeof input !== 'object' || input === null || !('days' in input) || !Array.isArray(input.days))
    return { ok: false, problem: 'JSON 里没有 days' }
  const days: NoticeDay[] = []
  for (const item of input.days) {
    const day = readDay(item)
    if (!day) return { ok: false, problem: `第 ${days.length + 1} 天看不懂，应有 date 和 isOffDay` }
    days.push(day)
  }
  return { ok: true, year: 'year' in input && typeof input.year === 'number' ? input.year : null, days }
}

function readDay(item: unknown): NoticeDay | null {
  if (typeof item !== 'object' || item === null || !('date' in item) || !('isOffDay' in item)) return null
  const { date, isOffDay } = item
  if (typeof date !== 'string' || !isDay(date) || typeof isOffDay !== 'boolean') return null
  return { date, isOffDay, name: 'name' in item && typeof item.name === 'string' ? item.name : '' }
}

function readLines(text: string): ReadNotice {
  const days: NoticeDay[] = []
  for (const [place, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue
    const [, from = '', to = from, kind, name = ''] = LINE.exec(line.trim()) ?? []
    const length = isDay(from) && isDay(to) ? daysBetween(from, to) : -1
    if (length < 0 || length > LONGEST_DAYS)
      return {
        ok: false,
        problem: `第 ${place + 1} 行看不懂，写作“2027-02-05~2027-02-11 休 春节”或“2027-02-14 班 春节”`,
      }
    for (let n = 0; n <= length; n += 1)
      days.push({ date: addDays(from, n), isOffDay: kind === '休', name: name.trim() })
  }
  return { ok: true, year: null, days }
}
