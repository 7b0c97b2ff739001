import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import chaonan from '../../../../../config/programmes/chaonan/2025-10-01.json' with { type: 'json' }
import { addDays } from '../../kernel/index.ts'
import { adjudicate } from '../adjudicate.ts'
import type { AdjudicationCase, DayRange, Stay } from '../case.ts'
import { parseProgrammeVersion } from '../parse-version.ts'

const parsed = parseProgrammeVersion(chaonan)
if (!parsed.ok) throw new Error('the shipped version must be readable')
const version = parsed.value

const ACCIDENT = '2026-01-01'
function ask(stays: readonly Stay[], allowanceDays: readonly DayRange[] = []): AdjudicationCase {
  return {
    kind: 'hospital',
    accidentOn: ACCIDENT,
    cover: [{ from: '2025-10-01', to: '2026-09-30' }],
    birthOn: null,
    vehicle: 'none',
    deathOn: null,
    exclusions: [],
    accidentTest: {},
    stays,
    disabilities: null,
    expenses: [],
    history: { allowanceDays, disabilityPaidFen: 0n, medicalPaidFen: 0n },
  }
}
function stay(admittedOn: string, dischargedOn: string, hospitalLevel: 1 | 2 | 3 | null = 2, recognised = false): Stay {
  return { admittedOn, dischargedOn, hospitalLevel, recognised }
}
type Told = readonly [outcome: string, days: number, reasons: readonly string[]]
function judge(stays: readonly Stay[], history: readonly DayRange[] = []): Told {
  const answer = adjudicate(ask(stays, history), version, new Map())
  const days = answer.lines[0]?.days ?? 0
  expect(answer.payableFen).toBe(BigInt(days) * 3000n)
  return [answer.outcome, days, answer.reasons]
}

describe('PRG-02 hospital allowance, day by day', () => {
  test.each<[string, readonly Stay[], readonly DayRange[], Told]>([
    ['both ends count', [stay('2026-02-01', '2026-02-10')], [], ['pay', 10, []]],
    ['in and out on one day', [stay('2026-02-01', '2026-02-01')], [], ['pay', 1, []]],
    ['level 3', [stay('2026-02-01', '2026-02-02', 3)], [], ['pay', 2, []]],
    ['level 1', [stay('2026-02-01', '2026-02-02', 1)], [], ['refuse', 0, ['hospital.level_too_low']]],
    ['level 1 recognised', [stay('2026-02-01', '2026-02-02', 1, true)], [], ['pay', 2, []]],
    ['level unknown, recognised', [stay('2026-02-01', '2026-02-02', null, true)], [], ['pay', 2, []]],
    ['level unknown', [stay('2026-02-01', '2026-02-02', null)], [], ['manual', 0, ['input.hospital_level_unknown']]],
    [
      'one of two hospitals too low',
      [stay('2026-02-01', '2026-02-02', 1), stay('2026-03-01', '2026-03-02')],
      [],
      ['pay', 2, ['hospital.level_too_low']],
    ],
    ['overlap counts once', [stay('2026-02-01', '2026-02-10'), stay('2026-02-08', '2026-02-12')], [], ['pay', 12, []]],
    [
      'transfer on one day counts once',
      [stay('2026-02-01', '2026-02-10'), stay('2026-02-10', '2026-02-12')],
      [],
      ['pay', 12, []],
    ],
    ['90 days', [stay('2026-02-01', '2026-05-01')], [], ['pay', 90, []]],
    ['91 days', [stay('2026-02-01', '2026-05-02')], [], ['pay', 90, ['hospital.stay_over_limit']]],
    [
      'beyond 90 but inside another stay',
      [stay('2026-02-01', '2026-05-10'), stay('2026-05-01', '2026-05-10')],
      [],
      ['pay', 99, ['hospital.stay_over_limit']],
    ],
    [
      'paid before, inclusive',
      [stay('2026-02-01', '2026-02-10')],
      [{ from: '2026-02-03', to: '2026-02-04' }],
      ['pay', 8, ['hospital.already_paid']],
    ],
    [
      'all paid before',
      [stay('2026-02-01', '2026-02-10')],
      [{ from: '2026-01-01', to: '2026-02-28' }],
      ['refuse', 0, ['hospital.already_paid']],
    ],
    [
      'history uses up the year',
      [stay('2026-08-01', '2026-08-10')],
      [{ from: '2025-10-01', to: '2026-03-29' }],
      ['refuse', 0, ['limit.days_exhausted']],
    ],
    [
      'four days left',
      [stay('2026-08-01', '2026-08-10')],
      [{ from: '2025-10-01', to: '2026-03-25' }],
      ['pay', 4, ['limit.days_exhausted']],
    ],
    [
      'history counted once though it overlaps',
      [stay('2026-08-01', '2026-08-10')],
      [
        { from: '2025-10-01', to: '2026-03-25' },
        { from: '2025-12-01', to: '2026-03-25' },
      ],
      ['pay', 4, ['limit.days_exhausted']],
    ],
    [
      'history of the year before does not count',
      [stay('2026-08-01', '2026-08-10')],
      [{ from: '2025-01-01', to: '2025-09-30' }],
      ['pay', 10, []],
    ],
    [
      'a new policy year, new limits',
      [stay('2026-09-25', '2026-10-05')],
      [{ from: '2026-01-01', to: '2026-06-29' }],
      ['pay', 5, ['limit.days_exhausted']],
    ],
    [
      'history beyond the limit',
      [stay('2026-08-01', '2026-08-10')],
      [{ from: '2025-10-01', to: '2026-07-31' }],
      ['refuse', 0, ['limit.days_exhausted']],
    ],
    [
      'discharge before admission',
      [stay('2026-02-10', '2026-02-01')],
      [],
      ['manual', 0, ['input.discharge_before_admission']],
    ],
    [
      'admission before the accident',
      [stay('2025-12-31', '2026-02-01')],
      [],
      ['manual', 0, ['input.admission_before_accident']],
    ],
    [
      'history reversed',
      [stay('2026-02-01', '2026-02-10')],
      [{ from: '2026-01-10', to: '2026-01-01' }],
      ['manual', 0, ['input.history_reversed']],
    ],
    ['no stay', [], [], ['refuse', 0, ['hospital.no_stay']]],
  ])('%s', (_, stays, history, expected) => expect(judge(stays, history)).toEqual(expected))

  test('a stay after death is a contradiction', () => {
    const asked = { ...ask([stay('2026-02-01', '2026-02-10')]), deathOn: '2026-02-09' }
    expect(adjudicate(asked, version, new Map()).reasons).toEqual(['input.stay_after_death'])
  })
  test('the money limit stops when it is reached before the days', () => {
    const benefits = version.benefits.map((one) => (one.kind === 'perDiem' ? { ...one, maxFenPerYear: 10000n } : one))
    const answer = adjudicate(ask([stay('2026-02-01', '2026-02-10')]), { ...version, benefits }, new Map())
    expect([answer.payableFen, answer.reasons]).toEqual([9000n, ['limit.money_exhausted']])
  })
  test('LAW §1.6 the discharge day can be left out by parameter, but a day in and out stays a day', () => {
    const other = { ...version, parameters: { ...version.parameters, dischargeDayCounts: false } }
    expect(adjudicate(ask([stay('2026-02-01', '2026-02-10')]), other, new Map()).payableFen).toBe(27000n)
    expect(adjudicate(ask([stay('2026-02-01', '2026-02-01')]), other, new Map()).payableFen).toBe(3000n)
  })
  test('LAW §1.7 by parameter the calendar year is the year', () => {
    const other = { ...version, parameters: { ...version.parameters, yearBasis: 'calendarYear' as const } }
    const asked = ask([stay('2026-10-01', '2026-10-10')], [{ from: '2026-01-01', to: '2026-06-27' }])
    expect(adjudicate(asked, other, new Map()).payableFen).toBe(6000n)
    expect(adjudicate(asked, version, new Map()).payableFen).toBe(30000n)
  })
})

/** The same rule again, slowly: walk every calendar day and ask the questions one after the other. */
function oracleDays(stays: readonly Stay[], history: readonly DayRange[]): Set<string> {
  const paid = new Set<string>()
  for (const range of history) for (let day = range.from; day <= range.to; day = addDays(day, 1)) paid.add(day)
  const yearOf = (day: string): number => +day.slice(0, 4) - (day.slice(5) < '10-01' ? 1 : 0)
  const used = new Map<number, number>()
  for (const day of paid) used.set(yearOf(day), (used.get(yearOf(day)) ?? 0) + 1)
  const counted = new Set<string>()
  for (let day = '2026-01-01'; day <= '2028-12-31'; day = addDays(day, 1)) {
    const inside = stays.some(
      (one) =>
        one.admittedOn <= day &&
        day <= one.dischargedOn &&
        day < addDays(one.admittedOn, 90) &&
        ((one.hospitalLevel ?? 0) >= 2 || one.recognised),
    )
    const before = used.get(yearOf(day)) ?? 0
    if (!inside || paid.has(day) || before >= 180 || (before + 1) * 3000 > 540000) continue
    used.set(yearOf(day), before + 1)
    counted.add(day)
  }
  return counted
}

const anyStay = fc
  .record({
    start: fc.integer({ min: 0, max: 700 }),
    length: fc.integer({ min: 0, max: 140 }),
    level: fc.constantFrom(1 as const, 2 as const, 3 as const),
    recognised: fc.boolean(),
  })
  .map(({ start, length, level, recognised }) =>
    stay(addDays(ACCIDENT, start), addDays(ACCIDENT, start + length), level, recognised),
  )
const anyRange = fc
  .record({ start: fc.integer({ min: -200, max: 800 }), length: fc.integer({ min: 0, max: 150 }) })
  .map(({ start, length }) => ({ from: addDays(ACCIDENT, start), to: addDays(ACCIDENT, start + length) }))
const anyStays = fc.array(anyStay, { maxLength: 6 })
const anyHistory = fc.array(anyRange, { maxLength: 4 })

function daysPaid(stays: readonly Stay[], history: readonly DayRange[]): number {
  return adjudicate(ask(stays, history), version, new Map()).lines[0]?.days ?? 0
}

function countedDaysOf(asked: AdjudicationCase): readonly string[] {
  const days: string[] = []
  for (const step of adjudicate(asked, version, new Map()).lines[0]?.working ?? []) {
    const ranges = step.code === 'hospital.year' ? step.facts['countedRanges'] : null
    if (!Array.isArray(ranges)) continue
    for (const range of ranges) {
      const [from = '', to = ''] = String(range).split('/')
      for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
    }
  }
  return days
}

describe('CLM-09 hospital allowance, properties', () => {
  test('agrees with the day-by-day oracle, day for day', () => {
    fc.assert(
      fc.property(anyStays, anyHistory, (stays, history) => {
        expect(countedDaysOf(ask(stays, history))).toEqual([...oracleDays(stays, history)])
      }),
      { numRuns: 150 },
    )
  })
  test('the order of stays and of history does not matter', () => {
    fc.assert(
      fc.property(anyStays, anyHistory, (stays, history) => {
        expect(daysPaid([...stays].reverse(), [...history].reverse())).toBe(daysPaid(stays, history))
      }),
    )
  })
  test('one stay more never pays less', () => {
    fc.assert(
      fc.property(anyStays, anyStay, anyHistory, (stays, more, history) => {
        expect(daysPaid([...stays, more], history)).toBeGreaterThanOrEqual(daysPaid(stays, history))
      }),
    )
  })
  test('more history never pays more, and a day is never paid twice', () => {
    fc.assert(
      fc.property(anyStays, anyHistory, anyRange, (stays, history, more) => {
        expect(daysPaid(stays, [...history, more])).toBeLessThanOrEqual(daysPaid(stays, history))
        const again = countedDaysOf(
          ask(stays, [...history, ...countedDaysOf(ask(stays, history)).map((day) => ({ from: day, to: day }))]),
        )
        expect(again).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
  test('never above 180 days and ¥5,400 in a policy year', () => {
    fc.assert(
      fc.property(fc.array(anyStay, { minLength: 4, maxLength: 12 }), (stays) => {
        const perYear = new Map<number, number>()
        for (const day of countedDaysOf(ask(stays))) {
          const year = +day.slice(0, 4) - (day.slice(5) < '10-01' ? 1 : 0)
          perYear.set(year, (perYear.get(year) ?? 0) + 1)
        }
        for (const days of perYear.values()) expect(days).toBeLessThanOrEqual(180)
      }),
      { numRuns: 60 },
    )
  })
})
