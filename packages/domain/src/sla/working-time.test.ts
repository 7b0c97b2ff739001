import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCalendar, type Calendar } from './calendar.ts'
import { addWorkingTime, startOfLocalDay, workingTime } from './working-time.ts'
import { calendarOf, calendarWith, desk, must, national, second, weekOf } from './sla-world.fixture.ts'

const HOUR = 3600
const night = must(parseCalendar(calendarWith({ weekly: weekOf(['09:00-12:00', '22:00-06:00'], []) }), national))
const newYork = must(
  parseCalendar(
    calendarWith({
      zone: 'America/New_York',
      followsNational: false,
      weekly: weekOf(['01:15-02:45', '09:00-17:00', '23:00-01:00']),
    }),
    national,
  ),
)

function due(calendar: Calendar, from: string, seconds: number): number {
  return must(addWorkingTime(calendar, second(from), seconds))
}

describe('CLK-03 SLA §2.3 working time to the second', () => {
  it.each([
    ['lunch start', '2026-11-24 12:15', 600, '2026-11-24 13:40'],
    ['before open', '2026-11-24 06:00', 60, '2026-11-24 09:01'],
    ['after close', '2026-11-24 20:00', 60, '2026-11-25 09:01'],
    ['exactly at close', '2026-11-24 17:30', 1, '2026-11-25 09:00:01'],
    ['ends exactly at close', '2026-11-24 17:00', 1800, '2026-11-24 17:30'],
    ['day off', '2026-10-03 10:00', 60, '2026-10-08 09:01'],
    ['make-up Saturday', '2026-10-10 10:00', 60, '2026-10-10 10:01'],
    ['make-up Saturday outside hours', '2026-10-10 18:00', 60, '2026-10-12 09:01'],
    ['two spans of a day', '2026-11-24 11:00', 2 * HOUR, '2026-11-24 14:30'],
    ['zero seconds at night', '2026-11-24 23:00', 0, '2026-11-24 23:00'],
    ['one second', '2026-11-24 11:59:59', 1, '2026-11-24 12:00'],
    ['leap day', '2028-02-28 17:29:30', 60, '2028-02-29 09:00:30'],
    ['twenty years ago', '2006-11-24 17:00', HOUR, '2006-11-27 09:30'],
  ])('%s', (_name, from, seconds, expected) => {
    expect(due(desk, from, seconds)).toBe(second(expected))
  })

  it('counts an overnight span to its opening date, also into a day off', () => {
    expect(due(night, '2026-09-30 23:00', 5 * HOUR)).toBe(second('2026-10-01 04:00'))
    expect(due(night, '2026-09-30 23:00', 8 * HOUR)).toBe(second('2026-10-08 10:00'))
  })
  it('is open through 24:00', () => {
    expect(due(calendarOf('always'), '2026-09-30 23:59:59', 2)).toBe(second('2026-10-01 00:00:01'))
  })
  it('refuses beyond 800 days and a budget that is no whole number', () => {
    const start = second('2026-01-05 09:00')
    expect(addWorkingTime(desk, start, 801 * 7 * HOUR)).toMatchObject({ code: 'sla.beyond_horizon' })
    expect(addWorkingTime(desk, 0, -1)).toMatchObject({ code: 'sla.bad_budget' })
    expect(addWorkingTime(desk, 0, 0.5)).toMatchObject({ code: 'sla.bad_budget' })
  })
  it('follows daylight saving of the calendar: the night of the change has one hour less, or more', () => {
    const midnight = (day: string) => startOfLocalDay(newYork, day)
    expect(midnight('2026-03-09') - midnight('2026-03-08')).toBe(23 * HOUR)
    expect(midnight('2026-11-02') - midnight('2026-11-01')).toBe(25 * HOUR)
    const open = (from: string, to: string) => workingTime(newYork, midnight(from), midnight(to)) / 60
    expect(open('2026-03-04', '2026-03-05')).toBe(90 + 480 + 120)
    expect(open('2026-03-08', '2026-03-09')).toBe(45 + 480 + 120)
    // 01:00–02:00 is lived twice: 01:15–02:00 counts again.
    expect(open('2026-11-01', '2026-11-02')).toBe(90 + 45 + 480 + 120)
  })
})

/** Minute by minute, in local words only: is the minute inside a span of its date, or of the evening before? */
function openMinutes(zone: string, isOpen: (day: string, minute: number) => boolean, from: number, to: number): number {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  let open = 0
  for (let t = from; t < to; t += 60) {
    const [day = '', time = ''] = format.format(t * 1000).split(' ')
    if (isOpen(day, Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)))) open += 1
  }
  return open
}

const OFF_2026 = new Set(['2026-09-25', '2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'])
const MAKE_UP_2026 = new Set(['2026-09-20', '2026-10-10'])
function worksInAutumn(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return MAKE_UP_2026.has(day) || (weekday !== 0 && weekday !== 6 && !OFF_2026.has(day))
}
const within = (minute: number, from: number, to: number) => minute >= from && minute < to

describe('CLK-03 against an independent minute-by-minute count', () => {
  const minute = (from: string, days: number) =>
    fc.integer({ min: 0, max: days * 1440 }).map((m) => second(from) + m * 60)

  it('agrees at the desk through autumn 2026', () => {
    const isOpen = (day: string, m: number) => worksInAutumn(day) && (within(m, 540, 720) || within(m, 810, 1050))
    fc.assert(
      fc.property(minute('2026-09-14 00:00', 30), fc.integer({ min: 0, max: 12 * 1440 }), (from, length) => {
        const to = from + length * 60
        expect(workingTime(desk, from, to)).toBe(60 * openMinutes('Asia/Shanghai', isOpen, from, to))
      }),
      { numRuns: 60 },
    )
  })
  it('agrees with overnight spans', () => {
    const before = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
    // A make-up day takes Monday's hours, a weekend has none.
    const isOpen = (day: string, m: number) =>
      (worksInAutumn(day) && (within(m, 540, 720) || m >= 1320)) || (worksInAutumn(before(day)) && m < 360)
    fc.assert(
      fc.property(minute('2026-09-14 00:00', 30), fc.integer({ min: 0, max: 8 * 1440 }), (from, length) => {
        const to = from + length * 60
        expect(workingTime(night, from, to)).toBe(60 * openMinutes('Asia/Shanghai', isOpen, from, to))
      }),
      { numRuns: 60 },
    )
  })
  const changes = [
    ['spring', '2026-03-05 00:00'],
    ['autumn', '2026-10-29 00:00'],
  ] as const
  it.each(changes)('agrees over %s of New York', (_n, start) => {
    const isOpen = (_day: string, m: number) => within(m, 75, 165) || within(m, 540, 1020) || m >= 1380 || m < 60
    fc.assert(
      fc.property(minute(start, 6), fc.integer({ min: 0, max: 3 * 1440 }), (from, length) => {
        const to = from + length * 60
        expect(workingTime(newYork, from, to)).toBe(60 * openMinutes('America/New_York', isOpen, from, to))
      }),
      { numRuns: 60 },
    )
  })
})

describe('CLK-03 adding is the exact inverse of measuring', () => {
  const byName = { desk, night, newYork, always: calendarOf('always'), outlet: calendarOf('outlet') }
  const name = fc.constantFrom<keyof typeof byName>('desk', 'night', 'newYork', 'always', 'outlet')
  const start = fc.integer({ min: second('2025-01-01'), max: second('2027-06-30') })

  it('gives the earliest instant with exactly that much working time', () => {
    fc.assert(
      fc.property(name, start, fc.integer({ min: 0, max: 200 * 7 * HOUR }), (which, t, n) => {
        const calendar = byName[which]
        const end = must(addWorkingTime(calendar, t, n))
        expect(workingTime(calendar, t, end)).toBe(n)
        if (n > 0) expect(workingTime(calendar, t, end - 1)).toBe(n - 1)
      }),
      { numRuns: 500 },
    )
  })
  it('adds up: a to b and b to c is a to c', () => {
    fc.assert(
      fc.property(name, start, start, start, (which, a, b, c) => {
        const calendar = byName[which]
        expect(workingTime(calendar, a, b) + workingTime(calendar, b, c)).toBe(workingTime(calendar, a, c))
      }),
      { numRuns: 300 },
    )
  })
})
