import { describe, expect, it } from 'vitest'
import lines from '../../../../config/calendars/lines.json' with { type: 'json' }
import y2026 from '../../../../config/calendars/holiday_cn_2026.json' with { type: 'json' }
import { nationalTable, parseCalendar, parseHolidayYear, type Calendar } from '../sla/index.ts'
import { claimStays, type StayEvent } from './stays.ts'

function deskCalendar(): Calendar {
  const year = parseHolidayYear(y2026)
  const desk = parseCalendar(lines[0], nationalTable(year.ok ? [year.value] : []))
  if (!desk.ok) throw new Error(desk.code)
  return desk.value
}
const desk = deskCalendar()
const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`).toISOString()
const list = (...told: (readonly [string, string, boolean?])[]): StayEvent[] =>
  told.map(([name, when, partial]) => ({ name: `claim.${name}`, at: at(when), ...(partial ? { partial } : {}) }))
const hours = (events: readonly StayEvent[], now = '2026-11-30 09:00') => {
  const { stays, outcome } = claimStays(events, desk, at(now))
  return [outcome, ...stays.map((one) => `${one.stage} ${one.seconds / 3600}`)]
}

const plain = [
  ['registered', '2026-11-23 09:00'],
  ['file_completed', '2026-11-23 11:00'],
  ['review_finished', '2026-11-23 14:30'],
  ['proposed', '2026-11-23 16:30'],
  ['decided', '2026-11-24 09:30'],
] as const

describe('CLM-14 CLM-17 how long a case stood where', () => {
  it('working hours by state, to the money', () => {
    expect(hours(list(...plain, ['paid', '2026-11-24 11:30'], ['closed', '2026-11-27 10:00']))).toEqual([
      'finished',
      'collecting 2',
      'reviewing 2',
      'assessing 2',
      'approving 1.5',
      'settling 2',
    ])
  })
  it('a part of the money does not finish it; a denial told does', () => {
    expect(hours(list(...plain, ['paid', '2026-11-24 10:30', true]), '2026-11-24 11:30')).toEqual([
      'open',
      'collecting 2',
      'reviewing 2',
      'assessing 2',
      'approving 1.5',
      'settling 2',
    ])
    expect(hours(list(...plain, ['denial_notified', '2026-11-24 10:30']))[0]).toBe('finished')
  })
  it('sent back, it stands there twice; proposed twice without being sent back, once', () => {
    const back = list(...plain.slice(0, 4), ['returned', '2026-11-23 17:00'], ['proposed', '2026-11-24 09:30'])
    expect(hours([...back, ...list(['proposed', '2026-11-24 10:00'])], '2026-11-24 10:30')).toEqual([
      'open',
      'collecting 2',
      'reviewing 2',
      'assessing 2',
      'approving 0.5',
      'assessing 1',
      'approving 1',
    ])
  })
  it('the time between finish and reopening is nobody’s', () => {
    const again = list(...plain, ['paid', '2026-11-24 09:30'], ['reopened', '2026-11-27 09:00'])
    expect(hours(again, '2026-11-27 10:00')).toEqual([
      'open',
      'collecting 2',
      'reviewing 2',
      'assessing 2',
      'approving 1.5',
      'settling 0',
      'assessing 1',
    ])
  })
  it('a case given up is neither finished nor open', () => {
    expect(hours(list(plain[0], ['withdrawn', '2026-11-23 10:00'], ['closed', '2026-11-23 11:00']))).toEqual([
      'withdrawn',
      'collecting 1',
    ])
  })
})
