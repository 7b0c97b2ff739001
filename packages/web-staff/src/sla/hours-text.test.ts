import { describe, expect, it } from 'vitest'
import { dayText, overridesText, readDay, readOverrides, readSpans } from './hours-text.ts'

describe('CLK-02 hours as people type them', () => {
  it.each([
    ['09:00-12:00, 13:30-17:30', ['09:00-12:00', '13:30-17:30']],
    ['9:00—12:00、13：30～17：30', ['09:00-12:00', '13:30-17:30']],
    ['', []],
    ['上午', null],
  ])('reads %s', (text, spans) => {
    expect(readSpans(text)).toEqual(spans)
  })

  it.each([
    ['休', []],
    [' 09:00-12:00 ', ['09:00-12:00']],
    ['', null],
    ['全天', null],
  ])('reads the hours of one day: %s', (text, spans) => {
    expect(readDay(text)).toEqual(spans)
    if (spans) expect(readDay(dayText(spans))).toEqual(spans)
  })

  it('reads single days, and writes them back the same', () => {
    const text = '2026-12-05 09:00-12:00\n2026-12-31 休'
    const read = readOverrides(text)
    expect(read).toEqual([
      { day: '2026-12-05', spans: ['09:00-12:00'] },
      { day: '2026-12-31', spans: [] },
    ])
    expect(overridesText(read ?? [])).toBe(text)
    expect(readOverrides('2026-12-05')).toBeNull()
    expect(readOverrides('12月5日 休')).toBeNull()
  })
})
