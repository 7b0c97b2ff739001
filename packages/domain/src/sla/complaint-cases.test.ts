import { describe, expect, it } from 'vitest'
import { foldClock } from './fold-clock.ts'
import { at, calendars, clockDef, desk, events, must, type Told } from './sla-world.fixture.ts'

/**
 * Four complaints gone through in the browser; the days were counted by hand (docs/worked-examples.md) and read off the
 * pages. The day something arrives is not counted; a day ends at 24:00. 2026-11-23 is a Monday.
 */
type Row = readonly [what: string, clock: string, told: readonly Told[], dueAt: string, state: 'running' | 'met']

const received: Told = ['complaint.received', '2026-11-23 21:34', { cover: 'group' }]
const talked: Told = ['complaint.contacted', '2026-11-23 21:35', { human: true, successful: true }]
const ANSWERED: readonly Row[] = [
  ['a Monday night: contact by Tuesday', 'T22', [received, talked], '2026-11-24 24:00', 'met'],
  [
    '23 + 15 = 38, less 30 of November',
    'L06',
    [
      received,
      ['complaint.classified', '2026-11-23 21:34', { class: 'simple' }],
      ['complaint.decision_told', '2026-11-23 21:37'],
    ],
    '2026-12-08 24:00',
    'met',
  ],
  [
    '23 + 30 = 53, less 30',
    'L07',
    [['complaint.decision_delivered', '2026-11-23 21:37']],
    '2026-12-23 24:00',
    'running',
  ],
]

const reopened: Told = ['complaint.reopened', '2026-11-24 11:48', { dissatisfied: true }]
const asked: Told = ['recheck.asked', '2026-11-24 11:49']
const RECHECKED: readonly Row[] = [
  ['a Tuesday: contact by Wednesday', 'T43', [reopened], '2026-11-25 24:00', 'running'],
  ['24 + 15 = 39, less 30', 'T44', [reopened], '2026-12-09 24:00', 'running'],
  [
    'the second decision begins thirty days anew: 24 + 30 = 54, less 30; asked for, it is used',
    'L07',
    [['complaint.decision_delivered', '2026-11-23 21:47'], ['complaint.decision_delivered', '2026-11-24 11:49'], asked],
    '2026-12-24 24:00',
    'met',
  ],
  ['the superior has thirty days', 'L08', [asked, ['recheck.decided', '2026-11-24 11:50']], '2026-12-24 24:00', 'met'],
]

const sheet: Told = ['regulator_case.received', '2026-11-24 11:51', { reportBy: '2026-12-04' }]
const SHEET: readonly Row[] = [
  [
    'the day on the sheet, not a period',
    'T39',
    [sheet, ['regulator_case.reported', '2026-11-24 11:51:30']],
    '2026-12-04 24:00',
    'met',
  ],
  [
    'its complaint has its own fifteen days',
    'L06',
    [['complaint.received', '2026-11-24 11:51']],
    '2026-12-09 24:00',
    'running',
  ],
]

const TIP: readonly Row[] = [
  ['24 + 15 = 39, less 30', 'L14a', [['whistleblow.received', '2026-11-24 11:52']], '2026-12-09 24:00', 'running'],
  [
    '6 days of November, 31 of December, 23 of January are 60',
    'L14',
    [['whistleblow.accepted', '2026-11-24 11:53']],
    '2027-01-23 24:00',
    'running',
  ],
]

/**
 * Over the Spring Festival of 2027, whose arrangement is not published: the days off by law alone. New Year's Eve is
 * Friday 5 February, the first day of the year Saturday 6, the third Monday 8; the Qingming day is Monday 5 April.
 */
type Festival = readonly [...Row, rolledTo: string]
const january = (text: string): Told => ['complaint.received', `2027-01-22 ${text}`, { cover: 'group' }]
const thursday: Told = ['complaint.received', '2027-02-04 16:00', { cover: 'individual' }]
const simple: Told = ['complaint.classified', '2027-01-25 10:00', { class: 'simple' }]
const complex: Told = ['complaint.classified', '2027-01-25 10:00', { class: 'complex' }]
const extended: Told = ['complaint.extended', '2027-02-18 10:00', { approvedBy: 'hq-1', informed: true }]
const FESTIVAL: readonly Festival[] = [
  ['Thursday; 5 to 8 are off, Tuesday', 'T22', [thursday], '2027-02-09 24:00', 'running', '2027-02-09'],
  ['9, 10, 11, 12, 15, 16, 17, 18, 19, 22', 'L11', [thursday], '2027-02-22 24:00', 'running', '2027-02-22'],
  ['22 + 15 = 37, less 31', 'L06', [january('09:00'), simple], '2027-02-06 24:00', 'running', '2027-02-09'],
  ['22 + 30 = 52, less 31', 'L06', [january('09:00'), complex], '2027-02-21 24:00', 'running', '2027-02-22'],
  [
    '22 + 60 = 82, less 31, less 28',
    'L06',
    [january('09:00'), complex, extended],
    '2027-03-23 24:00',
    'running',
    '2027-03-23',
  ],
  [
    '6 + 30 = 36, less 31',
    'L07',
    [['complaint.decision_delivered', '2027-01-06 09:00']],
    '2027-02-05 24:00',
    'running',
    '2027-02-09',
  ],
  ['7 + 30 = 37, less 31', 'L08', [['recheck.asked', '2027-01-07 09:00']], '2027-02-06 24:00', 'running', '2027-02-09'],
  [
    'a Thursday; the next that works is Tuesday',
    'T43',
    [['complaint.reopened', '2027-02-04 16:00', { dissatisfied: true }]],
    '2027-02-09 24:00',
    'running',
    '2027-02-09',
  ],
  [
    '24 of February, 31 of March, 5 of April are 60',
    'L14',
    [['whistleblow.accepted', '2027-02-04 16:00']],
    '2027-04-05 24:00',
    'running',
    '2027-04-06',
  ],
]

describe('SLA §2.8, §2.14, CMP-09 over a festival whose days off are not published yet, by hand', () => {
  it.each(FESTIVAL)('%s: %s', (_what, id, told, dueAt, state, rolledTo) => {
    const def = clockDef(id)
    const clock = must(foldClock(def, events(...told), calendars.get(def.calendar) ?? desk))
    const rolled = at(`${rolledTo} 24:00`)
    expect(clock).toMatchObject({ id, state, dueAt: at(dueAt), statutoryDue: rolled, provisional: true })
  })
})

describe('SLA §2.8, CMP-09, CMP-11, CMP-12 the clocks of four complaints agree with a calculation by hand', () => {
  describe.each([
    ['answered and called back', ANSWERED],
    ['dissatisfied, then rechecked', RECHECKED],
    ['a sheet of the regulator', SHEET],
    ['举报', TIP],
  ] as const)('%s', (_, rows) => {
    it.each(rows)('%s: %s', (_what, id, told, dueAt, state) => {
      const def = clockDef(id)
      const clock = must(foldClock(def, events(...told), calendars.get(def.calendar) ?? desk))
      expect(clock).toMatchObject({ id, state, dueAt: at(dueAt) })
    })
  })
})
