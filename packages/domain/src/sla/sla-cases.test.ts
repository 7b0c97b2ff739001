/** SLA §3, "Cases every implementation must get right": one row a case, in three zones of the process. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseCalendar, reviseCalendar, type Calendar } from './calendar.ts'
import type { ClockDef, ClockEvent } from './clock-def.ts'
import { foldClock, foldVersions } from './fold-clock.ts'
import { foldClocks } from './fold-clocks.ts'
import { nationalTable, parseHolidayYear } from './national.ts'
import {
  at,
  calendarOf,
  calendars,
  calendarWith,
  clockDef,
  desk,
  events,
  must,
  national,
  second,
  weekOf,
  type Told,
} from './sla-world.fixture.ts'

const HOUR = 3600
const told = { letterNo: 'N1', informed: true }
const DESK_WEEK = weekOf(['09:00-12:00', '13:30-17:30'], [])
const night = must(parseCalendar(calendarWith({ weekly: weekOf(['09:00-12:00', '22:00-06:00'], []) }), national))
const newYork = must(
  parseCalendar(
    calendarWith({ zone: 'America/New_York', followsNational: false, weekly: weekOf(['00:30-04:00']) }),
    national,
  ),
)

const plain: ClockDef = {
  ...clockDef('T15'),
  id: 'B1',
  unit: 'business',
  budget: 8 * HOUR,
  resumeOn: [{ type: 'c.reopen' }],
  calendarOn: [{ type: 'c.move' }],
  start: [{ type: 'c.start' }],
  stop: [{ type: 'c.stop' }],
  cancel: [{ type: 'c.cancel' }],
  pauseReasons: [
    {
      reason: 'wait',
      label: '等候客户',
      on: [{ type: 'c.pause' }],
      until: [{ type: 'c.resume' }],
      evidence: ['letterNo'],
      mustInform: true,
    },
  ],
  onAttributeChange: {
    on: [{ type: 'c.level' }],
    fact: 'level',
    mode: 'retainElapsed',
    budgets: { urgent: 4 * HOUR, low: 16 * HOUR },
  },
}
const budget = (seconds: number): ClockDef => ({ ...plain, budget: seconds })
const L06 = clockDef('L06')
const begin: Told = ['c.start', '2026-11-23 09:00']
const complaint: Told = ['complaint.received', '2026-11-02 20:00']
const grant = { approvedBy: 'hq-1', informed: true }

type Row = {
  readonly name: string
  readonly def?: ClockDef
  readonly calendar?: Calendar
  readonly on: readonly Told[]
  readonly now?: string
  readonly is: { readonly due?: string | null; readonly [field: string]: unknown }
}

const starts: readonly Row[] = [
  { name: 'start in lunch', def: budget(600), on: [['c.start', '2026-11-24 12:15']], is: { due: '2026-11-24 13:40' } },
  {
    name: 'start before open',
    def: budget(60),
    on: [['c.start', '2026-11-24 06:00']],
    is: { due: '2026-11-24 09:01' },
  },
  {
    name: 'start after close',
    def: budget(60),
    on: [['c.start', '2026-11-24 20:00']],
    is: { due: '2026-11-25 09:01' },
  },
  {
    name: 'start on a day off',
    def: budget(60),
    on: [['c.start', '2026-10-03 10:00']],
    is: { due: '2026-10-08 09:01' },
  },
  {
    name: 'start on a make-up Saturday',
    def: budget(60),
    on: [['c.start', '2026-10-10 10:00']],
    is: { due: '2026-10-10 10:01' },
  },
  {
    name: 'start exactly at close',
    def: budget(1),
    on: [['c.start', '2026-11-24 17:30']],
    is: { due: '2026-11-25 09:00:01' },
  },
  {
    name: 'budget ends exactly at close',
    def: budget(1800),
    on: [['c.start', '2026-11-24 17:00']],
    is: { due: '2026-11-24 17:30' },
  },
  {
    name: 'two-span day',
    def: budget(2 * HOUR),
    on: [['c.start', '2026-11-24 11:00']],
    is: { due: '2026-11-24 14:30' },
  },
  {
    name: 'overnight span into a holiday',
    def: budget(8 * HOUR),
    calendar: night,
    on: [['c.start', '2026-09-30 23:00']],
    is: { due: '2026-10-08 10:00' },
  },
  {
    name: '24:00',
    def: budget(2),
    calendar: calendarOf('always'),
    on: [['c.start', '2026-09-30 23:59:59']],
    is: { due: '2026-10-01 00:00:01' },
  },
  { name: 'sub-minute', def: budget(20), on: [['c.start', '2026-11-24 11:59:50']], is: { due: '2026-11-24 13:30:10' } },
  { name: 'zero seconds', def: budget(0), on: [['c.start', '2026-11-24 22:00']], is: { due: '2026-11-24 22:00' } },
  { name: 'one second', def: budget(1), on: [['c.start', '2026-11-24 11:59:59']], is: { due: '2026-11-24 12:00' } },
  {
    name: 'a zone with daylight saving: the hour that is lived twice counts twice',
    def: budget(3 * HOUR),
    calendar: newYork,
    // 1 November 2026, 00:30 in New York is 12:30 in Shanghai; 01:00–02:00 comes twice.
    on: [['c.start', '2026-11-01 12:30']],
    is: { due: '2026-11-01 15:30' },
  },
  {
    name: 'a zone with daylight saving: the hour that is left out does not count',
    def: budget(3 * HOUR),
    calendar: newYork,
    // 8 March 2026: 02:00–03:00 does not exist; 00:30–02:00 and 03:00–04:00 are 2½ hours, then the next night.
    on: [['c.start', '2026-03-08 13:30']],
    is: { due: '2026-03-09 13:00' },
  },
  {
    name: 'leap day',
    def: { ...plain, unit: 'naturalDay', budget: 2 },
    on: [['c.start', '2028-02-27 10:00']],
    is: { due: '2028-02-29 24:00' },
  },
  {
    name: 'a 20-year-old case',
    def: budget(HOUR),
    on: [['c.start', '2006-11-24 17:00']],
    is: { due: '2006-11-27 09:30', provisional: true },
  },
  {
    name: 'unknown year',
    def: budget(HOUR),
    on: [['c.start', '2026-12-31 17:00']],
    is: { due: '2027-01-04 09:30', provisional: true },
  },
]

const pauses: readonly Row[] = [
  {
    name: 'pause before open',
    on: [
      ['c.start', '2026-11-23 07:00'],
      ['c.pause', '2026-11-23 08:00', told],
      ['c.resume', '2026-11-23 10:00'],
    ],
    is: { due: '2026-11-24 11:00' },
  },
  {
    name: 'pause across lunch',
    on: [begin, ['c.pause', '2026-11-23 11:30', told], ['c.resume', '2026-11-23 14:00']],
    is: { due: '2026-11-24 11:00' },
  },
  {
    name: 'pause across Golden Week',
    on: [
      ['c.start', '2026-09-30 16:00'],
      ['c.pause', '2026-09-30 17:00', told],
      ['c.resume', '2026-10-08 10:00'],
    ],
    // One hour used; half an hour of 30 September and one of 8 October left out; seven hours to go from 10:00.
    is: { due: '2026-10-09 10:00' },
  },
  {
    name: 'pause wholly in off time',
    on: [begin, ['c.pause', '2026-11-23 12:10', told], ['c.resume', '2026-11-23 13:00']],
    is: { due: '2026-11-24 10:00' },
  },
  {
    name: 'pause wholly in off time, in working days too',
    def: { ...plain, unit: 'workingDay', budget: 3 },
    on: [begin, ['c.pause', '2026-11-23 18:00', told], ['c.resume', '2026-11-24 08:30']],
    is: { due: '2026-11-26 24:00' },
  },
  {
    name: 'twice in a minute',
    on: [
      begin,
      ['c.pause', '2026-11-23 10:00:00', told],
      ['c.resume', '2026-11-23 10:00:10'],
      ['c.pause', '2026-11-23 10:00:20', told],
      ['c.resume', '2026-11-23 10:00:50'],
    ],
    is: { due: '2026-11-24 10:00:40' },
  },
  { name: 'resume without pause', on: [begin, ['c.resume', '2026-11-23 10:00']], is: { due: '2026-11-24 10:00' } },
  {
    name: 'pause after breach',
    on: [begin, ['c.pause', '2026-11-24 11:00', told], ['c.resume', '2026-11-25 11:00']],
    is: { due: '2026-11-24 10:00', breachedAt: at('2026-11-24 10:00') },
  },
  {
    name: 'stop while paused',
    on: [begin, ['c.pause', '2026-11-23 10:00', told], ['c.stop', '2026-12-23 10:00']],
    is: { state: 'met' },
  },
  {
    name: 'reopen after 40 days',
    on: [begin, ['c.stop', '2026-11-23 11:00'], ['c.reopen', '2027-01-04 09:00']],
    is: { state: 'running', due: '2027-01-04 16:30' },
  },
]

const changes: readonly Row[] = [
  {
    name: 'priority up',
    on: [begin, ['c.level', '2026-11-23 10:00', { level: 'urgent' }]],
    is: { due: '2026-11-23 14:30' },
  },
  {
    name: 'priority down',
    on: [begin, ['c.level', '2026-11-23 10:00', { level: 'low' }]],
    // Sixteen working hours from Monday 09:00: seven a day.
    is: { due: '2026-11-25 11:00' },
  },
  {
    name: 'priority up-then-down',
    on: [
      begin,
      ['c.level', '2026-11-23 10:00', { level: 'urgent' }],
      ['c.level', '2026-11-23 11:00', { level: 'normal' }],
    ],
    is: { due: '2026-11-24 10:00', breachedAt: null },
  },
  {
    name: 'priority up so far that it breaks, then down: equals never changed',
    on: [
      begin,
      ['c.level', '2026-11-23 16:30', { level: 'urgent' }],
      ['c.level', '2026-11-23 16:45', { level: 'normal' }],
      ['c.stop', '2026-11-24 10:00'],
    ],
    is: { due: '2026-11-24 10:00', breachedAt: null, breachCause: null, breachedBy: null, state: 'met' },
  },
  {
    name: 'priority while paused',
    on: [
      begin,
      ['c.pause', '2026-11-23 09:30', told],
      ['c.level', '2026-11-23 10:00', { level: 'urgent' }],
      ['c.resume', '2026-11-23 11:00'],
    ],
    is: { due: '2026-11-23 16:00' },
  },
  {
    name: 'class 15 → 30 → +30',
    def: L06,
    on: [
      complaint,
      ['complaint.classified', '2026-11-10 10:00', { class: 'complex' }],
      ['complaint.extended', '2026-12-01 10:00', grant],
    ],
    is: { due: '2027-01-01 24:00' },
  },
  {
    name: 'extension asked after due (refused)',
    def: L06,
    on: [complaint, ['complaint.extended', '2026-11-18 00:01', grant]],
    is: { due: '2026-11-17 24:00', causes: ['started', 'extensionRefused'] },
  },
  {
    name: 'new facts on day 14',
    def: L06,
    on: [complaint, ['complaint.new_facts', '2026-11-16 09:00']],
    is: { run: 2, due: '2026-12-01 24:00', before: ['superseded'] },
  },
  {
    name: 'same-day withdrawal',
    def: L06,
    on: [complaint, ['complaint.ended', '2026-11-02 21:00']],
    now: '2027-01-01 09:00',
    is: { state: 'cancelled', breachedAt: null },
  },
  {
    name: 'definition ended',
    def: { ...plain, endedAt: at('2026-11-23 16:00') },
    on: [begin],
    now: '2026-12-01 09:00',
    is: { state: 'cancelled', stoppedAt: at('2026-11-23 16:00'), causes: ['started', 'definitionEnded'] },
  },
  {
    name: 'event older than the last',
    on: [['c.stop', '2026-11-24 09:00'], begin],
    is: { state: 'met', startedAt: at('2026-11-23 09:00') },
  },
]

function check({ name, def = plain, calendar = desk, on, now, is }: Row): void {
  const state = must(foldClock(def, events(...on), calendar, now === undefined ? undefined : at(now)))
  if (state === undefined) throw new Error(`${name}: never started`)
  const { due, causes, before, ...fields } = is
  expect(state).toMatchObject(fields)
  if (due !== undefined) expect(state.dueAt).toBe(due === null ? null : at(due))
  if (causes !== undefined) expect(state.ledger.map((row) => row.cause)).toEqual(causes)
  if (before !== undefined) expect(state.earlier.map((one) => one.state)).toEqual(before)
}

describe.each(['UTC', 'Asia/Shanghai', 'America/New_York'])('CLK-02 CLK-03 SLA §3 process zone %s', (zone) => {
  const before = process.env['TZ']
  beforeAll(() => {
    process.env['TZ'] = zone
  })
  afterAll(() => {
    if (before === undefined) delete process.env['TZ']
    else process.env['TZ'] = before
  })
  it('really runs there', () => {
    expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone)
  })
  it.each([...starts, ...pauses, ...changes].map((row) => [row.name, row] as const))('SLA §3: %s', (_n, row) =>
    check(row),
  )
})

describe('CLK-03 SLA §3: duplicate events', () => {
  it('count once', () => {
    const list = events(begin, ['c.pause', '2026-11-23 10:00', told], ['c.resume', '2026-11-23 11:00'])
    const once = must(foldClock(plain, list, desk))
    expect(must(foldClock(plain, [...list, ...list], desk))).toEqual(once)
  })
})

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

describe('CLK-03 SLA §2.5 entered later than it happened', () => {
  const entered = (list: ClockEvent[], index: number, recordedAt: string, facts = {}): ClockEvent[] =>
    list.map((event, i) =>
      i === index ? { ...event, recordedAt: at(recordedAt), facts: { ...event.facts, ...facts } } : event,
    )
  const days: ClockDef = { ...plain, unit: 'workingDay', budget: 3 }

  it('SLA §3: back-dated paper complaint: the first entry counts from the day it was received', () => {
    const list = entered(events(['c.start', '2026-11-20 10:00']), 0, '2026-11-23 09:00')
    expect(must(foldClock(days, list, desk))).toMatchObject({ startDay: '2026-11-20', dueDay: '2026-11-25' })
  })
  it('SLA §3: manual-mode receipt entered two days later counts from the receipt', () => {
    const list = entered(events(['c.start', '2026-11-23 09:00']), 0, '2026-11-25 09:00')
    expect(must(foldClock(plain, list, desk))).toMatchObject({ dueAt: at('2026-11-24 10:00') })
    expect(must(foldClock(plain, list, desk, at('2026-11-25 09:00')))?.breachedAt).toBe(at('2026-11-24 10:00'))
  })
  const stopped = events(begin, ['c.pause', '2026-11-23 16:00', told], ['c.stop', '2026-11-23 15:00'])
  it('goes not behind a row already written, and says what it claimed', () => {
    const state = must(foldClock(plain, entered(stopped, 2, '2026-11-26 10:00'), desk))
    expect(state).toMatchObject({ state: 'met', stoppedAt: at('2026-11-26 10:00') })
    expect(state?.ledger.at(-1)).toMatchObject({ cause: 'stopped', claimedAt: at('2026-11-23 15:00') })
  })
  it('goes there with approval', () => {
    const list = entered(stopped, 2, '2026-11-26 10:00', { backdatingApprovedBy: 'head-1' })
    expect(must(foldClock(plain, list, desk))).toMatchObject({ state: 'met', stoppedAt: at('2026-11-23 15:00') })
  })
})

describe('CMP-03 SLA §2.13 SLA §3: merge older into newer, undo', () => {
  const days: ClockDef = { ...plain, id: 'M1', unit: 'workingDay', budget: 5 }
  const newer = events(['c.start', '2026-11-24 10:00'])
  const older = events(['c.start', '2026-11-20 10:00']).map((event) => ({ ...event, id: `old-${event.id}` }))
  const foldOf = (own: ClockEvent[], merged: readonly { at: string; events: ClockEvent[] }[]) =>
    must(foldClocks([days], own, calendars, undefined, merged))[0]

  it('the survivor takes the earlier receipt, also when it is the older one that is merged away', () => {
    const state = foldOf(newer, [{ at: at('2026-11-25 09:00'), events: older }])
    expect(state).toMatchObject({ startDay: '2026-11-20', dueDay: '2026-11-27' })
    expect(foldOf(older, [{ at: at('2026-11-25 09:00'), events: newer }])).toMatchObject({ dueDay: '2026-11-27' })
  })
  it('takes the stricter clock where the older one is paused', () => {
    const paused = [...older, ...events(['c.pause', '2026-11-20 11:00', told])]
    expect(foldOf(newer, [{ at: at('2026-11-25 09:00'), events: paused }])).toMatchObject({ dueDay: '2026-12-01' })
  })
  it('is stopped by what happens to the survivor after the merge, not before', () => {
    const answered = [...newer, ...events(['c.stop', '2026-11-26 09:00']).map((one) => ({ ...one, id: 'x' }))]
    expect(foldOf(answered, [{ at: at('2026-11-25 09:00'), events: older }])).toMatchObject({
      state: 'met',
      startDay: '2026-11-20',
      stoppedAt: at('2026-11-26 09:00'),
    })
  })
  it('takes over a clock the survivor never had, and leaves its own where the other ended', () => {
    expect(foldOf([], [{ at: at('2026-11-25 09:00'), events: older }])).toMatchObject({ dueDay: '2026-11-27' })
    const ended = [...older, ...events(['c.cancel', '2026-11-20 11:00'])]
    expect(foldOf(newer, [{ at: at('2026-11-25 09:00'), events: ended }])).toMatchObject({ dueDay: '2026-12-01' })
  })
  it('undo is the fold without the merge', () => {
    expect(foldOf(newer, [])).toMatchObject({ startDay: '2026-11-24', dueDay: '2026-12-01' })
  })
})
