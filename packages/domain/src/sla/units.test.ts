import { describe, expect, it } from 'vitest'
import type { ClockDef } from './clock-def.ts'
import { foldClock, foldVersions } from './fold-clock.ts'
import { foldClocks } from './fold-clocks.ts'
import { addMonths, lastDayOfPeriod } from './periods.ts'
import { at, calendarOf, calendars, clockDef, desk, events, must, type Told } from './sla-world.fixture.ts'

const base: ClockDef = {
  ...clockDef('T26'),
  id: 'U1',
  rollOnHoliday: false,
  start: [{ type: 'u.start' }],
  stop: [{ type: 'u.stop' }],
  cancel: [{ type: 'u.cancel' }],
}
function fold(def: ClockDef, list: readonly Told[], now?: string) {
  const state = must(foldClock(def, events(...list), calendarOf('always'), now === undefined ? undefined : at(now)))
  if (state === undefined) throw new Error('never started')
  return state
}

describe('CLK-01 SLA §1 months, years and periods (民法典 202)', () => {
  it.each([
    ['2026-11-22', 1, '2026-12-22'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-12-31', 24, '2028-12-31'],
  ])('%s and %i months end on %s', (day, months, end) => expect(addMonths(day, months)).toBe(end))
  it.each([
    ['day', '2026-11-22'],
    ['week', '2026-11-22'],
    ['month', '2026-11-30'],
    ['quarter', '2026-12-31'],
    ['halfYear', '2026-12-31'],
    ['year', '2026-12-31'],
  ] as const)('the %s of Sunday 22 November 2026 ends on %s', (period, end) =>
    expect(lastDayOfPeriod('2026-11-22', period)).toBe(end),
  )
  it('a quarter and a half-year end in the middle of the year', () => {
    expect(lastDayOfPeriod('2026-04-01', 'quarter')).toBe('2026-06-30')
    expect(lastDayOfPeriod('2026-06-30', 'halfYear')).toBe('2026-06-30')
    expect(lastDayOfPeriod('2028-02-10', 'month')).toBe('2028-02-29')
  })

  const begun: Told = ['u.start', '2026-10-05 10:00', { reportBy: '2026-11-03' }]
  const rows: readonly (readonly [string, Partial<ClockDef>, string, string])[] = [
    ['month', { unit: 'month', budget: 1 }, '2026-11-05', '10月5日结案，当日不计；1 个月 → 11月5日 24:00'],
    ['year', { unit: 'year', budget: 2 }, '2028-10-05', '10月5日结案，当日不计；2 年 → 2028年10月5日 24:00'],
    ['periodEnd', { unit: 'periodEnd', period: 'month', budget: 0 }, '2026-10-31', '本月末 → 10月31日 24:00'],
    ['periodEnd and days', { unit: 'periodEnd', period: 'quarter', budget: 15 }, '2027-01-15', '本季度末后 15 日'],
    ['recurring', { unit: 'recurring', period: 'week', budget: 0 }, '2026-10-11', '每周一次，本周末 → 10月11日 24:00'],
    ['fixedDate', { unit: 'fixedDate', dueFact: 'reportBy', budget: 0 }, '2026-11-03', '10月5日结案；指定日期'],
  ]
  it.each(rows)('%s', (_unit, changes, dueDay, words) => {
    const state = fold({ ...base, ...changes }, [begun])
    expect([state.dueDay, state.dueAt]).toEqual([dueDay, at(`${dueDay} 24:00`)])
    expect(state.explanation).toContain(words)
  })
  it('L05 two years, and five for life insurance; a legal end on a day off rolls', () => {
    const L05 = clockDef('L05')
    const known: Told = ['accident.known', '2026-10-03 10:00']
    expect(must(foldClock(L05, events(known), desk))).toMatchObject({
      dueDay: '2028-10-03',
      statutoryDue: at('2028-10-04 24:00'),
      provisional: true,
    })
    const life: Told = ['accident.known', '2026-10-03 10:00', { line: 'life' }]
    expect(must(foldClock(L05, events(life), desk))?.dueDay).toBe('2031-10-03')
  })
  it('deducts days of a pause from a month, and warns at shares of the way', () => {
    const wait = { reason: 'w', label: '等候', evidence: [], mustInform: false }
    const def: ClockDef = {
      ...base,
      unit: 'month',
      budget: 1,
      pauseReasons: [{ ...wait, on: [{ type: 'u.pause' }], until: [{ type: 'u.resume' }] }],
    }
    const list: Told[] = [begun, ['u.pause', '2026-10-10 10:00'], ['u.resume', '2026-10-13 10:00']]
    const state = fold(def, list)
    expect(state.dueDay).toBe('2026-11-08')
    expect(state.explanation).toContain('共扣除 3 日')
    expect(state.thresholds.find((one) => one.percent === 100)?.at).toBe(state.dueAt)
  })
  it('T39 a date nobody named starts no clock; an instant may be named too', () => {
    const def: ClockDef = { ...base, unit: 'fixedDate', dueFact: 'reportBy', budget: 0 }
    expect(must(foldClock(def, events(['u.start', '2026-10-05 10:00']), desk))).toBeUndefined()
    const named: Told = ['u.start', '2026-10-05 10:00', { reportBy: '2026-10-09T04:00:00Z' }]
    expect(fold(def, [named]).dueAt).toBe(at('2026-10-09 12:00'))
  })
  it('refuses more than a hundred years', () => {
    const def: ClockDef = { ...base, unit: 'year', budget: 101 }
    expect(foldClock(def, events(begun), desk)).toMatchObject({ code: 'sla.bad_budget' })
  })
})

describe('CLK-01 T23 T25 T28 recurring clocks', () => {
  const daily: ClockDef = { ...base, unit: 'recurring', period: 'day', budget: 0 }
  const start: Told = ['u.start', '2026-11-23 10:00']
  it('each period stands for itself: told, missed, told; the next begins by itself', () => {
    const state = fold(
      daily,
      [start, ['u.stop', '2026-11-23 15:00'], ['u.stop', '2026-11-25 09:00']],
      '2026-11-26 08:00',
    )
    expect([...state.earlier, state].map((one) => [one.startDay, one.state])).toEqual([
      ['2026-11-23', 'met'],
      ['2026-11-24', 'broken'],
      ['2026-11-25', 'met'],
      ['2026-11-26', 'running'],
    ])
    expect(state.earlier[1]).toMatchObject({ breachedAt: at('2026-11-24 24:00'), stoppedAt: at('2026-11-24 24:00') })
  })
  it('told exactly at the end of the day is in time', () => {
    const state = fold(daily, [start, ['u.stop', '2026-11-23 24:00']])
    expect([...state.earlier, state].map((one) => one.state)).toEqual(['met', 'running'])
  })
  it('ends when it is cancelled, between two periods too, and may start again', () => {
    const told: Told[] = [start, ['u.stop', '2026-11-23 15:00'], ['u.cancel', '2026-11-23 16:00']]
    expect(fold(daily, told, '2026-12-01 10:00')).toMatchObject({ run: 1, state: 'met' })
    expect(fold(daily, [...told, ['u.start', '2026-12-01 09:00']], '2026-12-01 10:00')).toMatchObject({
      run: 2,
      state: 'running',
      dueDay: '2026-12-01',
    })
    expect(fold(daily, [start, ['u.cancel', '2026-11-24 09:00']], '2026-12-01 10:00')).toMatchObject({
      run: 2,
      state: 'cancelled',
    })
  })
  it('days after the end of the period do not shift the next one', () => {
    const weekly: ClockDef = { ...daily, period: 'week', budget: 1 }
    const state = fold(weekly, [start], '2026-12-01 10:00')
    expect([...state.earlier, state].map((one) => [one.startDay, one.dueDay, one.state])).toEqual([
      ['2026-11-23', '2026-11-30', 'broken'],
      ['2026-11-30', '2026-12-07', 'running'],
    ])
  })
  it('refuses thousands of periods rather than counting for ever', () => {
    expect(foldClock(daily, events(['u.start', '2000-01-01 10:00']), desk, at('2026-11-22'))).toMatchObject({
      code: 'sla.beyond_horizon',
    })
  })
})

describe('CLK-01 SLA §2.18 versions of a definition', () => {
  const first: ClockDef = { ...base, unit: 'naturalDay', budget: 7 }
  const second: ClockDef = { ...first, version: 2, budget: 3, from: at('2026-11-10 00:00') }
  const days = (list: readonly Told[]) =>
    must(foldVersions({ versions: [first, second], calendar: desk }, events(...list)))
  it('a running clock keeps the version it began under; the next one takes the new', () => {
    expect(days([['u.start', '2026-11-09 10:00']])).toMatchObject({ version: 1, dueDay: '2026-11-16' })
    expect(days([['u.start', '2026-11-10 10:00']])).toMatchObject({ version: 2, dueDay: '2026-11-13' })
    const again = days([
      ['u.start', '2026-11-09 10:00'],
      ['u.stop', '2026-11-12 10:00'],
      ['u.start', '2026-11-13 10:00'],
    ])
    expect(again).toMatchObject({ version: 2, dueDay: '2026-11-16' })
    expect(again?.earlier).toMatchObject([{ version: 1, state: 'met', dueDay: '2026-11-16' }])
  })
  it('nothing starts before the first version is in force', () => {
    const list = events(['u.start', '2026-11-09 10:00'])
    expect(must(foldVersions({ versions: [second], calendar: desk }, list))).toBeUndefined()
  })
  it('foldClocks takes the versions of one clock as one, whatever their order', () => {
    const clocks = must(foldClocks([second, first], events(['u.start', '2026-11-09 10:00']), calendars))
    expect(clocks.map((clock) => [clock.id, clock.version])).toEqual([['U1', 1]])
  })
})

describe('CLK-01 SLA §2 who goes first where several match', () => {
  const chat: Told = ['enquiry.received', '2026-11-23 10:00', { channel: 'online' }]
  const defs = ['T04', 'T05'].map(clockDef)
  const states = (list: readonly Told[]) =>
    must(foldClocks(defs, events(...list), calendars)).map((clock) => [clock.id, clock.state, clock.dueAt])
  it('T04 three minutes; T05 instead where the enquiry is special', () => {
    expect(states([chat])).toEqual([['T04', 'running', at('2026-11-23 10:03')]])
    const special: Told = ['enquiry.received', '2026-11-23 10:00', { channel: 'online', special: true }]
    expect(states([special])).toEqual([['T05', 'running', at('2026-11-23 10:30')]])
  })
  it('T05 takes over from T04 when it is marked special', () => {
    const marked: Told = ['enquiry.marked_special', '2026-11-23 10:02', { channel: 'online' }]
    expect(states([chat, marked])).toEqual([
      ['T04', 'superseded', at('2026-11-23 10:03')],
      ['T05', 'running', at('2026-11-23 10:32')],
    ])
  })
  it('T12 during a fault, T11 else', () => {
    const report = (facts: Record<string, boolean>) =>
      must(
        foldClocks(
          [clockDef('T11'), clockDef('T12')],
          events(['report.received', '2026-11-23 10:00', { channel: 'portal', ...facts }]),
          calendars,
        ),
      )
    expect(report({}).map((clock) => clock.id)).toEqual(['T11'])
    expect(report({ duringFault: true }).map((clock) => clock.id)).toEqual(['T12'])
  })
})

describe('CLK-01 SLA §1 early telling: T07 T13 T14 later only after telling why', () => {
  const asked: Told = ['home_visit.requested', '2026-11-23 10:00']
  const T07 = clockDef('T07')
  const put = (when: string, newTime: string, reason = '暴雨'): Told => [
    'home_visit.put_off',
    when,
    { newTime, reason },
  ]
  const rows: readonly (readonly [string, readonly Told[], string, string])[] = [
    ['told in time, kept', [put('2026-11-24 10:00', '2026-11-26')], 'toldLater', '2026-11-26 24:00'],
    ['told at the very due time', [put('2026-11-25 10:00', '2026-11-26')], 'toldLater', '2026-11-26 24:00'],
    ['told too late', [put('2026-11-25 10:01', '2026-11-26')], 'tellingRefused', '2026-11-25 10:00'],
    ['without a reason', [put('2026-11-24 10:00', '2026-11-26', '')], 'tellingRefused', '2026-11-25 10:00'],
    ['to a time that is not later', [put('2026-11-24 10:00', '2026-11-24')], 'tellingRefused', '2026-11-25 10:00'],
    ['to no time at all', [put('2026-11-24 10:00', 'soon')], 'tellingRefused', '2026-11-25 10:00'],
    [
      'twice, each before the time agreed last',
      [put('2026-11-24 10:00', '2026-11-26'), put('2026-11-26 10:00', '2026-11-27T04:00:00Z')],
      'toldLater',
      '2026-11-27 12:00',
    ],
  ]
  it.each(rows)('%s', (_name, list, cause, due) => {
    const state = fold(T07, [asked, ...list])
    expect([state.ledger.at(-1)?.cause, state.dueAt]).toEqual([cause, at(due)])
  })
  const agreed = [asked, put('2026-11-24 10:00', '2026-11-26')]
  it.each([
    ['before the time first promised', '2026-11-25 09:00', 'met', false],
    ['after it, by the time agreed', '2026-11-26 18:00', 'met', true],
    ['after the time agreed', '2026-11-27 00:01', 'broken', false],
  ])('visited %s', (_name, when, state, byAgreement) => {
    expect(fold(T07, [...agreed, ['home_visit.made', when]])).toMatchObject({ state, byAgreement })
  })
  it('says so, keeps the first promise beside it, and warns on the way to the new time', () => {
    const state = fold(T07, agreed)
    expect(state.promisedDueAt).toBe(at('2026-11-25 10:00'))
    expect(state.explanation).toContain('原定 11月25日 10:00，到期前已告知原因和新的时间')
    expect(state.thresholds.map((one) => one.at)).toEqual(
      // Half of the first 48 hours was reached when it was told; the rest lies on the way to 26 November 24:00.
      ['2026-11-24 10:00', '2026-11-26 06:48', '2026-11-26 24:00', '2026-11-27 17:12'].map(at),
    )
  })
})
