import { describe, expect, it } from 'vitest'
import { changedDays, missingYear, movedDues, otherOutcomes } from './calendar-change.ts'
import { foldClocks } from './fold-clocks.ts'
import { nationalTable, parseHolidayYear } from './national.ts'
import { parseCalendar } from './calendar.ts'
import { calendars, clockDef, must, national } from './sla-world.fixture.ts'
import linesJson from '../../../../config/calendars/lines.json' with { type: 'json' }

const notice2027 = must(
  parseHolidayYear({
    year: 2027,
    days: [
      { name: '元旦', date: '2027-01-01', isOffDay: true },
      { name: '元旦', date: '2027-01-02', isOffDay: true },
      { name: '元旦', date: '2027-01-03', isOffDay: true },
      { name: '元旦', date: '2026-12-26', isOffDay: false },
      { name: '春节', date: '2027-02-05', isOffDay: true },
    ],
  }),
)
const with2027 = nationalTable([
  must(parseHolidayYear({ year: 2026, days: [{ name: '元旦', date: '2026-01-01', isOffDay: true }] })),
  notice2027,
])

describe('CLK-02 SLA §2 rules 14–16: a notice arrives', () => {
  it('names the days that change, December days filed in next year’s notice included', () => {
    const days = changedDays(nationalTable([]), nationalTable([notice2027]), 2027)
    expect(days.find((one) => one.day === '2026-12-26')).toMatchObject({ before: 'off', after: 'working' })
    // Without the notice 清明 2027-04-05 is a day off by law; this notice does not list it.
    expect(days.find((one) => one.day === '2027-04-05')).toMatchObject({ before: 'off', after: 'working' })
    expect(days.map((one) => one.day)).toEqual(days.map((one) => one.day).sort())
  })

  it.each([
    ['2026-10-31', null],
    ['2026-11-01', 2027],
    ['2026-12-31', 2027],
    ['2027-01-01', null],
  ])('on %s the missing year is %s', (today, year) => {
    expect(missingYear(national, today)).toBe(year)
  })

  it('is quiet once the year is there', () => {
    expect(missingYear(with2027, '2026-11-22')).toBeNull()
  })

  it('lists running clocks whose due time moves, and whom to tell', () => {
    const def = clockDef('T15')
    const after = new Map(linesJson.map((line) => [line.id, must(parseCalendar(line, nationalTable([notice2027])))]))
    const events = [{ id: 'a', type: 'claim.file_completed', at: '2027-04-02T02:00:00Z' }]
    const was = must(foldClocks([def], events, calendars))
    const is = must(foldClocks([def], events, after))
    const moved = movedDues(was, is, '2027-04-02T03:00:00Z')
    expect(moved).toMatchObject([{ clockId: 'T15', telling: true }])
    expect(movedDues(was, was, '2027-04-02T03:00:00Z')).toEqual([])
  })

  it('names ended clocks that would have been judged otherwise, and leaves them', () => {
    const def = clockDef('T15')
    const after = new Map(linesJson.map((line) => [line.id, must(parseCalendar(line, nationalTable([notice2027])))]))
    const done = (at: string) => [
      { id: 'a', type: 'claim.file_completed', at: '2027-04-02T02:00:00Z' },
      { id: 'b', type: 'claim.review_finished', at },
    ]
    const judged = (at: string) =>
      otherOutcomes(must(foldClocks([def], done(at), calendars)), must(foldClocks([def], done(at), after)))
    // 清明 is a day off until the notice says otherwise: three working days end on the 8th, by the notice on the 7th.
    expect(judged('2027-04-08T03:00:00Z')).toMatchObject([
      { clockId: 'T15', was: 'met', before: '2027-04-08T16:00:00Z', after: '2027-04-07T16:00:00Z' },
    ])
    expect(judged('2027-04-07T03:00:00Z')).toEqual([])
    expect(judged('2027-04-09T03:00:00Z')).toEqual([])
  })
})
