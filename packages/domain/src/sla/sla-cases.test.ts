/** SLA §3, "Cases every implementation must get right": one row a case, in three zones of the process. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseCalendar, type Calendar } from './calendar.ts'
import type { ClockDef } from './clock-def.ts'
import { foldClock } from './fold-clock.ts'
import { begin, HOUR, plain, told } from './sla-cases.fixture.ts'
import {
  at,
  calendarOf,
  calendarWith,
  clockDef,
  desk,
  events,
  must,
  national,
  weekOf,
  type Told,
} from './sla-world.fixture.ts'

const night = must(parseCalendar(calendarWith({ weekly: weekOf(['09:00-12:00', '22:00-06:00'], []) }), national))
const newYork = must(
  parseCalendar(
    calendarWith({ zone: 'America/New_York', followsNational: false, weekly: weekOf(['00:30-04:00']) }),
    national,
  ),
)

const budget = (seconds: number): ClockDef => ({ ...plain, budget: seconds })
const L06 = clockDef('L06')
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
