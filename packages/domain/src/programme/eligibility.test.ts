import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import chaonan from '../../../../config/programmes/chaonan/2025-10-01.json' with { type: 'json' }
import next from '../../../../config/programmes/chaonan/2026-10-01.json' with { type: 'json' }
import { addDays, ageOn } from '../kernel/index.ts'
import { birthdayOf, coverPeriods, coverTermsOf, factsKnownAt, wasCovered } from './eligibility.ts'
import type { MemberFacts, ResidenceFact } from './eligibility.ts'
import { parseProgrammeVersion } from './parse-version.ts'

const first = parseProgrammeVersion(chaonan)
const second = parseProgrammeVersion(next)
if (!first.ok || !second.ok) throw new Error('the shipped versions must be readable')
const terms = coverTermsOf([first.value, second.value])

const resident = (from: string, to: string | null = null): ResidenceFact => ({ status: 'resident', from, to })
const member = (birthOn: string, ...residence: ResidenceFact[]): MemberFacts => ({ birthOn, residence })
const moved = (from: string): ResidenceFact => ({ status: 'moved_away', from, to: null })
const died = (from: string): ResidenceFact => ({ status: 'deceased', from, to: null })

describe('PRG-04 who is covered when', () => {
  test.each<[string, MemberFacts, readonly [string, string | null][]]>([
    ['eligible long before', member('1940-05-05', resident('1940-05-05')), [['2025-10-01', null]]],
    ['sixty on the first day', member('1965-10-01', resident('1965-10-01')), [['2025-10-01', null]]],
    ['sixty a day later: from the next month', member('1965-10-02', resident('1965-10-02')), [['2025-11-01', null]]],
    [
      'sixty on the first of a month: from the next',
      member('1966-03-01', resident('1966-03-01')),
      [['2026-04-01', null]],
    ],
    ['sixty on 31 December', member('1965-12-31', resident('1965-12-31')), [['2026-01-01', null]]],
    ['registered at seventy', member('1955-01-01', resident('2026-02-10')), [['2026-03-01', null]]],
    ['not yet sixty, still listed', member('1990-01-01', resident('1990-01-01')), [['2050-02-01', null]]],
    ['never registered', member('1940-05-05'), []],
    [
      'moved away: to the end of the policy year',
      member('1940-05-05', resident('1940-05-05', '2026-02-09'), moved('2026-02-10')),
      [['2025-10-01', '2026-09-30']],
    ],
    [
      'moved on the last day of the year',
      member('1940-05-05', resident('1940-05-05', '2026-09-30')),
      [['2025-10-01', '2026-09-30']],
    ],
    [
      'moved on the second day of a new year',
      member('1940-05-05', resident('1940-05-05', '2026-10-01')),
      [['2025-10-01', '2027-09-30']],
    ],
    ['moved before the programme began', member('1940-05-05', resident('1940-05-05', '2025-09-30')), []],
    ['moved before cover began', member('1966-03-10', resident('1966-03-10', '2026-03-20')), []],
    [
      'moved and came back within the year',
      member('1940-05-05', resident('1940-05-05', '2025-12-31'), resident('2026-03-05')),
      [['2025-10-01', null]],
    ],
    [
      'came back a year later',
      member('1940-05-05', resident('1940-05-05', '2025-12-31'), resident('2026-11-05')),
      [
        ['2025-10-01', '2026-09-30'],
        ['2026-12-01', null],
      ],
    ],
    [
      'moved to another village on 1 October: no gap',
      member('1940-05-05', resident('1940-05-05', '2026-09-30'), resident('2026-10-01')),
      [['2025-10-01', null]],
    ],
    [
      'died: to the day of death',
      member('1940-05-05', resident('1940-05-05', '2026-02-09'), died('2026-02-10')),
      [['2025-10-01', '2026-02-10']],
    ],
    [
      'died on the first day of cover',
      member('1966-03-10', resident('1966-03-10', '2026-03-31'), died('2026-04-01')),
      [['2026-04-01', '2026-04-01']],
    ],
    [
      'moved, then died',
      member('1940-05-05', resident('1940-05-05', '2026-02-09'), moved('2026-02-10'), died('2026-05-01')),
      [['2025-10-01', '2026-05-01']],
    ],
    ['died before the programme', member('1940-05-05', resident('1940-05-05', '2025-09-09'), died('2025-09-10')), []],
    [
      'lost: like moving away',
      member('1940-05-05', resident('1940-05-05', '2026-02-09'), { status: 'lost', from: '2026-02-10', to: null }),
      [['2025-10-01', '2026-09-30']],
    ],
  ])('%s', (_, facts, expected) => {
    expect(coverPeriods(facts, terms).map((span) => [span.from, span.to])).toEqual(expected)
  })

  test('by parameter cover ends with the move; the end of the programme is not written into it', () => {
    const strict = { ...terms, movingAway: 'dayOfMove' as const, endOn: '2027-09-30' }
    expect(coverPeriods(member('1940-05-05', resident('1940-05-05', '2026-02-09')), strict)).toEqual([
      { from: '2025-10-01', to: '2026-02-09' },
    ])
    expect(coverPeriods(member('1940-05-05', resident('1940-05-05')), strict)).toEqual([
      { from: '2025-10-01', to: null },
    ])
  })
  test.each([
    ['1964-02-29', 60, '2024-02-29'],
    ['1964-02-29', 61, '2025-03-01'],
    ['1965-02-28', 60, '2025-02-28'],
    ['2040-02-29', 60, '2100-03-01'],
  ])('born on %s: %i completed on %s', (birthOn, years, expected) => {
    expect(birthdayOf(birthOn, years)).toBe(expected)
    expect([ageOn(birthOn, addDays(expected, -1)), ageOn(birthOn, expected)]).toEqual([years - 1, years])
  })
  test('"was X covered on day D, and what did we know then?"', () => {
    const facts: MemberFacts = {
      birthOn: '1940-05-05',
      residence: [
        { ...resident('1940-05-05'), knownFrom: '2025-09-01T00:00:00Z', knownUntil: '2026-05-01T00:00:00Z' },
        { ...resident('1940-05-05', '2025-12-31'), knownFrom: '2026-05-01T00:00:00Z', knownUntil: null },
        { ...moved('2026-01-01'), knownFrom: '2026-05-01T00:00:00Z' },
      ],
    }
    const coveredOn = (day: string, at: string) => wasCovered(coverPeriods(factsKnownAt(facts, at), terms), day)
    expect(coveredOn('2026-11-01', '2026-04-30T00:00:00Z')).toBe(true)
    expect(coveredOn('2026-11-01', '2026-05-01T00:00:00Z')).toBe(false)
    expect(coveredOn('2026-09-30', '2026-05-01T00:00:00Z')).toBe(true)
    expect(coveredOn('2026-09-30', '2025-08-31T00:00:00Z')).toBe(false)
  })
  test('property: nobody is covered under sixty, and spans are apart', () => {
    const day = fc.integer({ min: 0, max: 1500 }).map((n) => addDays('2024-01-01', n))
    const spell = fc.tuple(day, fc.integer({ min: 0, max: 600 })).map(([from, n]) => resident(from, addDays(from, n)))
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), fc.array(spell, { maxLength: 4 }), (n, residence) => {
        const birthOn = addDays('1962-01-01', n)
        const spans = coverPeriods({ birthOn, residence }, terms)
        spans.forEach((span, index) => {
          expect(ageOn(birthOn, span.from)).toBeGreaterThanOrEqual(60)
          expect(span.to !== null && span.to >= span.from).toBe(true)
          const before = spans[index - 1]
          if (before?.to) expect(addDays(before.to, 1) < span.from).toBe(true)
        })
      }),
    )
  })
})
