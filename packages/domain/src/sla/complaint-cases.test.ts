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
