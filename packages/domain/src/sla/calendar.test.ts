import { describe, expect, it } from 'vitest'
import { isWorkingDay, parseCalendar, ruleOf } from './calendar.ts'
import { addNaturalDays, addWorkingDays } from './day-clocks.ts'
import { dayNumber } from '../kernel/index.ts'
import { fixedDays, nationalTable, noticeYearsFor, parseHolidayYear } from './national.ts'
import { addWorkingTime, workingTime } from './working-time.ts'
import { calendarOf, calendarWith, desk, must, national, second, weekOf } from './sla-world.fixture.ts'

const DESK_WEEK = weekOf(['09:00-12:00', '13:30-17:30'], [])

describe('CLK-02 SLA §2.2 which layer speaks for a day', () => {
  const layered = must(
    parseCalendar(
      calendarWith({
        weekly: DESK_WEEK,
        company: { '2026-10-01': ['10:00-12:00'], '2026-10-10': [], '2026-11-24': [] },
        office: { '2026-11-24': ['09:00-10:00'] },
      }),
      national,
    ),
  )
  it.each([
    ['2026-11-24', 'office', 1],
    ['2026-10-01', 'company', 1],
    ['2026-10-10', 'company', 0],
    ['2026-09-20', 'makeUp', 2],
    ['2026-10-02', 'dayOff', 0],
    ['2026-11-25', 'weekly', 2],
    ['2026-11-28', 'weekly', 0],
  ])('%s: %s', (day, layer, spans) => {
    const rule = ruleOf(layered, dayNumber(day))
    expect([rule.layer, rule.spans.length]).toEqual([layer, spans])
  })
  it('gives a make-up day the hours of the template weekday', () => {
    const friday = must(
      parseCalendar(
        calendarWith({
          weekly: { mon: ['09:00-17:00'], tue: [], wed: [], thu: [], fri: ['09:00-11:00'], sat: [], sun: [] },
          makeUpLike: 'fri',
        }),
        national,
      ),
    )
    expect(workingTime(friday, second('2026-10-10'), second('2026-10-11'))).toBe(2 * 3600)
  })
  it('a line open at all hours does not follow days off, and an outlet does', () => {
    expect(isWorkingDay(calendarOf('always'), '2026-10-01')).toBe(true)
    expect(isWorkingDay(calendarOf('outlet'), '2026-10-01')).toBe(false)
  })
  it('rolls a legal end by the nation, not by the closing of one office', () => {
    const closed = must(parseCalendar(calendarWith({ weekly: DESK_WEEK, office: { '2026-11-24': [] } }), national))
    expect(must(addNaturalDays(closed, '2026-11-20', 4)).statutoryDue).toBe('2026-11-24')
    expect(must(addWorkingDays(closed, '2026-11-23', 1)).dueDay).toBe('2026-11-25')
  })
})

describe('CLK-02 SLA §2.3 what is refused at saving', () => {
  const closedFor = (days: number) =>
    Object.fromEntries(
      Array.from({ length: days }, (_, i) => [new Date(Date.UTC(2026, 10, 2 + i)).toISOString().slice(0, 10), []]),
    )
  const cases: readonly (readonly [string, Record<string, unknown>, string])[] = [
    ['never open', { weekly: weekOf([]) }, 'sla.calendar_never_open'],
    // Monday 2 November to Sunday 15: with the weekend before it sixteen days without an open second.
    ['closed for 14 days', { weekly: DESK_WEEK, company: closedFor(12) }, 'sla.calendar_never_open'],
    ['overlapping spans', { weekly: weekOf(['09:00-12:00', '11:00-13:00']) }, 'sla.bad_calendar'],
    ['span out of order', { weekly: weekOf(['13:00-14:00', '09:00-10:00']) }, 'sla.bad_calendar'],
    ['an empty span', { weekly: weekOf(['09:00-09:00']) }, 'sla.bad_calendar'],
    ['25:00', { weekly: weekOf(['09:00-25:00']) }, 'sla.bad_calendar'],
    ['no such zone', { zone: 'Asia/Chaonan' }, 'sla.bad_calendar'],
    ['no such date', { office: { '2026-02-30': [] } }, 'sla.bad_calendar'],
    ['no such template', { makeUpLike: 'funday' }, 'sla.bad_calendar'],
  ]
  it.each(cases)('%s', (_name, changes, code) => {
    expect(parseCalendar(calendarWith(changes), national)).toMatchObject({ ok: false, code })
  })
  it('accepts a long closing that leaves an open second within 14 days', () => {
    expect(parseCalendar(calendarWith({ weekly: DESK_WEEK, company: closedFor(10) }), national).ok).toBe(true)
  })
})

describe('CLK-02 SLA §2.14 a year without official notice', () => {
  it.each([
    [2026, '01-01 02-16 02-17 02-18 02-19 04-05 05-01 05-02 06-19 09-25 10-01 10-02 10-03'],
    [2027, '01-01 02-05 02-06 02-07 02-08 04-05 05-01 05-02 06-09 09-15 10-01 10-02 10-03'],
    [2029, '01-01 02-12 02-13 02-14 02-15 04-04 05-01 05-02 06-16 09-22 10-01 10-02 10-03'],
  ])('the 13 days fixed by law in %i', (year, days) => {
    expect(
      [...fixedDays(year).keys()]
        .sort()
        .map((day) => day.slice(5))
        .join(' '),
    ).toBe(days)
  })
  it('marks every due that touches it, and none that does not', () => {
    expect(must(addWorkingDays(desk, '2026-12-29', 2))).toMatchObject({ dueDay: '2026-12-31', provisional: false })
    expect(must(addWorkingDays(desk, '2026-12-30', 2))).toMatchObject({ dueDay: '2027-01-04', provisional: true })
    expect(must(addNaturalDays(desk, '2026-12-01', 30))).toMatchObject({ safeDue: '2026-12-31', provisional: false })
    expect(must(addNaturalDays(desk, '2026-12-02', 30))).toMatchObject({ safeDue: '2027-01-01', provisional: true })
  })
  it('changes a due when the notice arrives, and takes the badge off', () => {
    const notice = must(
      parseHolidayYear({
        year: 2027,
        days: [
          { name: '元旦', date: '2027-01-02', isOffDay: false },
          { name: '元旦', date: '2027-01-01', isOffDay: true },
        ],
      }),
    )
    const known = nationalTable([{ year: 2025, days: [] }, { year: 2026, days: [...national.days.values()] }, notice])
    const revised = must(parseCalendar(calendarWith({ weekly: DESK_WEEK }), known))
    expect(must(addWorkingDays(revised, '2026-12-30', 2))).toMatchObject({ dueDay: '2027-01-02', provisional: false })
  })
})

describe('CLK-02 SLA §2.16 notices filed by title year', () => {
  it('looks at the year before and after', () => expect(noticeYearsFor(2026)).toEqual([2025, 2026, 2027]))
  it('takes December days from the notice of the next year, whatever the order of loading', () => {
    const next = { year: 2027, days: [{ day: '2026-12-31', name: '元旦', off: true }] }
    const own = { year: 2026, days: [{ day: '2026-12-31', name: '', off: false }] }
    for (const table of [nationalTable([next, own]), nationalTable([own, next])]) {
      expect(table.days.get('2026-12-31')?.off).toBe(true)
      expect(table.years).toEqual([2026, 2027])
    }
  })
  const day = { name: '元旦', date: '2027-01-01', isOffDay: true }
  const bad: readonly (readonly [string, unknown])[] = [
    ['no year', { days: [day] }],
    ['no days', { year: 2027 }],
    ['not published yet', { year: 2027, days: [] }],
    ['twice the same day', { year: 2027, days: [day, day] }],
    ['no such date', { year: 2027, days: [{ ...day, date: '2027-02-29' }] }],
    ['a day of another year', { year: 2027, days: [{ ...day, date: '2029-01-01' }] }],
    ['no word on being off', { year: 2027, days: [{ name: '元旦', date: '2027-01-01' }] }],
  ]
  it.each(bad)('refuses a file with %s', (_name, file) => {
    expect(parseHolidayYear(file)).toMatchObject({ ok: false, code: 'sla.bad_holiday_file' })
  })
})

describe('CLK-03 SLA §2.8 clocks in days', () => {
  it('zero is the day itself at 24:00, also on a day off', () => {
    expect(must(addWorkingDays(desk, '2026-10-03', 0)).due).toBe(second('2026-10-04'))
  })
  it('starting on a leap day', () => {
    expect(must(addNaturalDays(desk, '2028-02-29', 365)).safeDue).toBe('2029-02-28')
  })
  it('refuses a number of days beyond the horizon, or that is none', () => {
    expect(addNaturalDays(desk, '2026-01-01', 801)).toMatchObject({ code: 'sla.beyond_horizon' })
    expect(addWorkingDays(desk, '2026-01-01', 700)).toMatchObject({ code: 'sla.beyond_horizon' })
    expect(addWorkingDays(desk, '2026-01-01', 1.5)).toMatchObject({ code: 'sla.bad_budget' })
  })
  it('a calendar closed beyond the horizon by unknown years alone still answers', () => {
    expect(must(addWorkingTime(desk, second('2190-01-01'), 3600))).toBeGreaterThan(second('2190-01-01'))
  })
})
