/** SLA §3: an import, a revision during the year, a case that goes to another office. */
import { describe, expect, it } from 'vitest'
import { parseCalendar, reviseCalendar } from './calendar.ts'
import type { ClockDef } from './clock-def.ts'
import { foldClock, foldVersions } from './fold-clock.ts'
import { nationalTable, parseHolidayYear } from './national.ts'
import { begin, DESK_WEEK, plain } from './sla-cases.fixture.ts'
import { at, calendars, calendarWith, desk, events, must, national, second } from './sla-world.fixture.ts'

describe('CLK-02 SLA §3: calendars that change', () => {
  const notice = (days: readonly [string, boolean][]) =>
    must(parseHolidayYear({ year: 2027, days: days.map(([date, isOffDay]) => ({ name: '元旦', date, isOffDay })) }))
  const known = { year: 2026, days: [...national.days.values()] }
  const deskWith = (table: ReturnType<typeof nationalTable>, changes = {}) =>
    must(parseCalendar(calendarWith({ weekly: DESK_WEEK, ...changes }), table))
  const inDays: ClockDef = { ...plain, unit: 'workingDay', budget: 2 }
  const waiting = events(['c.start', '2026-12-30 10:00'])
  const imported = deskWith(
    nationalTable([
      known,
      notice([
        ['2027-01-01', true],
        ['2027-01-02', false],
      ]),
    ]),
  )

  it('SLA §3: calendar import making a due earlier than now', () => {
    expect(must(foldClock(inDays, waiting, desk))).toMatchObject({ dueDay: '2027-01-04', provisional: true })
    const late = must(foldClock(inDays, waiting, imported, at('2027-01-03 09:00')))
    expect(late).toMatchObject({ state: 'running', dueDay: '2027-01-02', breachedAt: at('2027-01-02 24:00') })
    expect(late?.provisional).toBe(false)
    expect(late?.thresholds.filter((one) => one.at < at('2027-01-03 09:00')).map((one) => one.percent)).toEqual([
      50, 80, 100,
    ])
  })
  it('SLA §3: mid-year revision: running clocks recompute, finished ones never change', () => {
    const closed = deskWith(national, { company: { '2026-11-24': [], '2026-11-25': [] } })
    const revised = reviseCalendar(desk, closed, second('2026-11-26 00:00'))
    const running = events(['c.start', '2026-11-23 10:00'])
    const finished = events(['c.start', '2026-11-23 10:00'], ['c.stop', '2026-11-25 15:00'])
    expect(must(foldClock(inDays, running, revised))?.dueDay).toBe('2026-11-27')
    expect(must(foldClock(inDays, finished, revised))).toEqual(must(foldClock(inDays, finished, desk)))
    const afterwards = events(['c.start', '2026-11-23 10:00'], ['c.stop', '2026-11-27 15:00'])
    expect(must(foldClock(inDays, afterwards, revised))).toMatchObject({ state: 'met', dueDay: '2026-11-27' })
    const again: ClockDef = { ...inDays, recurs: true }
    const both = must(foldClock(again, finished, revised))
    expect(both).toMatchObject({ run: 2, state: 'running', dueDay: '2026-11-27' })
    expect(both?.earlier).toMatchObject([{ state: 'met', dueDay: '2026-11-25' }])
  })
  it('SLA §3: case moved to another office’s calendar: what was consumed stays', () => {
    const moved = events(begin, ['c.move', '2026-11-23 16:00', { calendar: 'outlet' }])
    const state = must(foldVersions({ versions: [plain], calendar: desk, calendars }, moved))
    // 09:00–12:00 and 13:30–16:00 are 5½ hours at the desk; 1 h until the outlet closes at 17:00, then 09:00–10:30.
    expect(state).toMatchObject({ dueAt: at('2026-11-24 10:30') })
    expect(state?.ledger.map((row) => [row.cause, row.versions.calendar])).toEqual([
      ['started', 'desk@1'],
      ['moved', 'outlet@1'],
    ])
    const astray = events(begin, ['c.move', '2026-11-23 16:00', { calendar: 'moon' }])
    expect(foldVersions({ versions: [plain], calendar: desk, calendars }, astray)).toMatchObject({
      code: 'sla.unknown_calendar',
    })
  })
  it('SLA §3: case moved in working days counts the days of each office', () => {
    const branch = must(
      parseCalendar(
        { ...deskNamed('branch'), office: { '2026-11-25': [], '2026-11-23': [], '2026-11-26': [] } },
        national,
      ),
    )
    const moved = events(['c.start', '2026-11-20 10:00'], ['c.move', '2026-11-24 12:00', { calendar: 'branch' }])
    const ground = { versions: [{ ...plain, unit: 'workingDay' as const, budget: 3 }], calendar: desk }
    // Monday 23 by the desk, Tuesday 24 by the branch, which is closed on 25 and 26: Friday 27.
    expect(must(foldVersions({ ...ground, calendars: new Map([['branch', branch]]) }, moved))?.dueDay).toBe(
      '2026-11-27',
    )
  })
})

function deskNamed(id: string) {
  return { id, version: 1, zone: 'Asia/Shanghai', followsNational: true, weekly: DESK_WEEK }
}
