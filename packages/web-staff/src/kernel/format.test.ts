import { describe, expect, it } from 'vitest'
import {
  bytesText,
  countText,
  dueText,
  fenOfYuan,
  instantOfInput,
  instantText,
  today,
  todayText,
  yuan,
  yuanInput,
} from './index.ts'

const now = new Date('2026-11-22T04:00:00Z')

describe('amounts, instants and counts on screens', () => {
  it('writes fen as yuan with thousands and two decimals', () => {
    expect(yuan(123_400)).toBe('¥1,234.00')
    expect(yuan(0)).toBe('¥0.00')
    expect(yuan(-5)).toBe('-¥0.05')
  })

  it('shows Shanghai time, and the year only when it is another year', () => {
    expect(instantText('2026-11-21T16:05:00.000Z', now)).toBe('11-22 00:05')
    expect(instantText('2025-12-31T15:59:00.000Z', now)).toBe('2025-12-31 23:59')
    expect(instantText('2025-12-31T16:00:00.000Z', now)).toBe('01-01 00:00')
    expect(instantText(null, now)).toBe('—')
    expect(today(new Date('2026-11-21T16:00:00Z'))).toBe('2026-11-22')
    expect(todayText(new Date('2026-11-21T16:00:00Z'))).toBe('2026年11月22日 星期日')
  })

  it('reads typed times as Shanghai time, wherever the browser stands', () => {
    expect(instantOfInput('2026-11-22T08:30')).toBe('2026-11-22T00:30:00.000Z')
    expect(instantOfInput('')).toBeNull()
  })

  it('reads typed amounts exactly and refuses what is none', () => {
    expect(fenOfYuan('1,234.5')).toBe(123_450)
    expect(fenOfYuan('¥0.07')).toBe(7)
    expect(fenOfYuan('1.234')).toBeNull()
    expect(fenOfYuan('-3')).toBeNull()
    expect(yuanInput(123_450)).toBe('1234.50')
  })

  it('says when a count is a lower bound', () => {
    expect(countText(10_000, true)).toBe('10,000+')
    expect(countText(17, false)).toBe('17')
    expect(countText(null, false)).toBe('—')
  })

  it('writes sizes in whole words', () => {
    expect(bytesText(900)).toBe('900 B')
    expect(bytesText(9 * 1024 * 1024)).toBe('9.0 MB')
  })

  it('takes midnight as the end of the day before', () => {
    expect(dueText('2026-11-23T16:00:00.000Z', now)).toBe('11-23 24:00')
    expect(dueText('2026-11-23T09:30:00.000Z', now)).toBe('11-23 17:30')
  })
})
