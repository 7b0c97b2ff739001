import { describe, expect, it } from 'vitest'
import { dayNumber, dayOfInstant, dayOfNumber, dueMinuteText, isDay, minuteText } from './day.ts'

describe('CLK-03 days by number', () => {
  it('agrees with the calendar of the machine on every day from 1900 to 2199', () => {
    const first = Date.UTC(1900, 0, 1) / 86_400_000
    const last = Date.UTC(2199, 11, 31) / 86_400_000
    for (let n = first; n <= last; n += 1) if (dayNumber(dayOfNumber(n)) !== n) expect.fail(dayOfNumber(n))
    expect([dayNumber('1970-01-01'), dayNumber('1969-12-31'), dayNumber('2000-02-29')]).toEqual([0, -1, 11_016])
  })
  it('knows no day that is none', () => {
    const none = [
      '2026-02-29',
      '2026-04-31',
      '2026-00-10',
      '2026-13-01',
      '2026-01-00',
      '2100-02-29',
      '26-01-01',
      'soon',
    ]
    expect(none.filter(isDay)).toEqual([])
    expect(['2024-02-29', '2000-02-29', '2026-12-31'].every(isDay)).toBe(true)
  })
  it('names the Shanghai day of every hour, on both sides of its midnight, with and without parts of a second', () => {
    const zone = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })
    for (const start of ['2024-02-28T00:00:00.000Z', '2026-12-31T00:00:00.000Z', '1999-12-31T00:59:59.999Z']) {
      for (let hour = 0; hour < 48; hour += 1) {
        const at = new Date(Date.parse(start) + hour * 3_600_000).toISOString()
        expect(dayOfInstant(at), at).toBe(zone.format(new Date(at)))
        expect(dayOfInstant(at.replace(/\.\d+/, '')), at).toBe(zone.format(new Date(at)))
      }
    }
    expect(dayOfInstant('2026-11-22T15:59:59Z')).toBe('2026-11-22')
    expect(dayOfInstant('2026-11-22T16:00:00Z')).toBe('2026-11-23')
    expect(dayOfInstant('2026-11-23T01:00:00+08:00')).toBe('2026-11-23')
  })

  it('writes a moment in Shanghai for people, and midnight as the 24:00 of the day that ends', () => {
    expect(minuteText('2026-11-23T10:47:55.661Z')).toBe('2026-11-23 18:47')
    expect(minuteText('2026-12-26T16:00:00.000Z')).toBe('2026-12-27 00:00')
    expect(dueMinuteText('2026-12-26T16:00:00.000Z')).toBe('2026-12-26 24:00')
    expect(dueMinuteText('2026-12-26T09:30:00.000Z')).toBe('2026-12-26 17:30')
  })
})
