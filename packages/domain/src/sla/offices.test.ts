/** SLA §2 rule 2, §3: a day of one office alone. */
import { describe, expect, it } from 'vitest'
import { parseCalendar, reviseCalendar, type Calendar } from './calendar.ts'
import type { ClockDef, ClockEvent } from './clock-def.ts'
import { foldClocks } from './fold-clocks.ts'
import { calendarOfOffice } from './offices.ts'
import { DESK_WEEK, plain } from './sla-cases.fixture.ts'
import { at, calendarWith, events, must, national, second, type Told } from './sla-world.fixture.ts'

describe('CLK-02 SLA §2 rule 2: days arranged for one office alone', () => {
  const deskWith = (changes: Record<string, unknown>) =>
    must(parseCalendar(calendarWith({ id: 'desk', weekly: DESK_WEEK, ...changes }), national))
  const stormy = deskWith({ offices: { east: { '2026-11-24': [] }, west: { '2026-11-28': ['09:00-12:00'] } } })
  const promise: ClockDef = { ...plain, calendar: 'desk', unit: 'workingDay', budget: 2 }
  const fold = (def: ClockDef, calendar: Calendar, told: readonly ClockEvent[]) =>
    must(foldClocks([def], told, new Map([['desk', calendar]])))[0]
  const dueDay = (def: ClockDef, calendar: Calendar, ...told: readonly Told[]) =>
    fold(def, calendar, events(...told))?.dueDay
  const started = (office?: string): Told => ['c.start', '2026-11-23 10:00', office === undefined ? {} : { office }]

  it.each([
    ['the office that is closed', 'east', '2026-11-26'],
    ['an office with other days', 'west', '2026-11-25'],
    ['an office of which nothing is said', 'north', '2026-11-25'],
    ['no office', undefined, '2026-11-25'],
  ])('a case kept by %s is due accordingly', (_what, office, due) => {
    expect(dueDay(promise, stormy, started(office))).toBe(due)
  })

  it('an extra day counts before the week, the nation and the company', () => {
    const worked = deskWith({ company: { '2026-11-28': [] }, offices: { west: { '2026-11-28': ['09:00-12:00'] } } })
    expect(dueDay(promise, worked, ['c.start', '2026-11-26 10:00', { office: 'west' }])).toBe('2026-11-28')
    expect(dueDay(promise, worked, ['c.start', '2026-11-26 10:00', { office: 'east' }])).toBe('2026-11-30')
  })

  it('says so in the sentence', () => {
    expect(fold(promise, stormy, events(started('east')))?.explanation).toContain('11月24日按本机构安排不上班')
  })

  it('SLA §2 rule 6: a clock of law does not know that one office is closed', () => {
    expect(dueDay({ ...promise, kind: 'statutory' }, stormy, started('east'))).toBe('2026-11-25')
  })

  it('SLA §3: a case that goes to another office counts the days of each', () => {
    const both = deskWith({ offices: { east: { '2026-11-24': [] }, west: { '2026-11-24': [], '2026-11-26': [] } } })
    // Tuesday is off in the east, Wednesday counts there, Thursday is off in the west: Friday.
    expect(dueDay(promise, both, started('east'), ['c.moved', '2026-11-25 12:00', { office: 'west' }])).toBe(
      '2026-11-27',
    )
    expect(dueDay(promise, both, started('east'), ['c.moved', '2026-11-25 12:00', { office: 'north' }])).toBe(
      '2026-11-26',
    )
  })

  it('SLA §2 rule 15: what ended before the day was arranged never changes', () => {
    const before = deskWith({})
    const revised = reviseCalendar(before, stormy, second('2026-11-26 09:00'))
    const done = (when: string) => fold(promise, revised, events(started('east'), ['c.stop', when]))
    expect(done('2026-11-25 17:00')).toMatchObject({ state: 'met', dueAt: at('2026-11-25 24:00') })
    expect(done('2026-11-26 17:00')).toMatchObject({ state: 'met', dueAt: at('2026-11-26 24:00') })
  })

  it('is refused where the office would not open for 14 days, and where it is no list of days', () => {
    const days = Array.from({ length: 14 }, (_, i) => `2026-11-${String(i + 10)}`)
    const offices = { east: Object.fromEntries(days.map((day) => [day, []])) }
    expect(parseCalendar(calendarWith({ weekly: DESK_WEEK, offices }), national)).toMatchObject({
      code: 'sla.calendar_never_open',
    })
    for (const wrong of [[], { east: 'closed' }, { east: { '2026-13-01': [] } }])
      expect(parseCalendar(calendarWith({ weekly: DESK_WEEK, offices: wrong }), national)).toMatchObject({
        code: 'sla.bad_calendar',
      })
  })

  it('hours of an office are those of everybody where nothing was arranged for it', () => {
    expect(calendarOfOffice(stormy, 'north')).toBe(stormy)
    expect(calendarOfOffice(stormy, null)).toBe(stormy)
    expect(calendarOfOffice(stormy, 'east')).not.toBe(stormy)
  })
})
