import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import chaonan from '../../../../../config/programmes/chaonan/2025-10-01.json' with { type: 'json' }
import { addDays } from '../../kernel/index.ts'
import { adjudicate } from '../adjudicate.ts'
import type { AdjudicationCase, Disability } from '../case.ts'
import { parseProgrammeVersion } from '../parse-version.ts'
import type { VehicleClass } from '../version.ts'

const parsed = parseProgrammeVersion(chaonan)
if (!parsed.ok) throw new Error('the shipped version must be readable')
const version = parsed.value

const ACCIDENT = '2026-01-01'
function ask(change: Partial<AdjudicationCase>, disabilityPaidFen: bigint): bigint {
  const asked: AdjudicationCase = {
    kind: 'disability',
    accidentOn: ACCIDENT,
    cover: [{ from: '2025-10-01', to: '2026-09-30' }],
    birthOn: null,
    vehicle: 'none',
    deathOn: null,
    exclusions: [],
    accidentTest: {},
    stays: null,
    disabilities: null,
    expenses: [],
    history: { allowanceDays: [], disabilityPaidFen, medicalPaidFen: 0n },
    ...change,
  }
  const answer = adjudicate(asked, version, new Map())
  expect(answer.outcome).toBe(answer.payableFen > 0n ? 'pay' : 'refuse')
  return answer.payableFen
}

const anyPlace: fc.Arbitrary<Disability> = fc.record({
  item: fc.constant(null),
  grade: fc.integer({ min: 1, max: 10 }),
  part: fc.constantFrom('hand', 'foot', 'eye'),
  nature: fc.constantFrom(null, 'loss', 'function'),
  assessedOn: fc.constant('2026-05-01'),
})
const anyPlaces = fc.array(anyPlace, { minLength: 1, maxLength: 8 })
const anyPaid = fc.bigInt({ min: 0n, max: 400_000n })

/** The rule again by sorting: the best grade of each place, sorted; two equal at the front move one up. */
function oracleFen(places: readonly Disability[], paidFen: bigint): bigint {
  const best: Record<string, number> = {}
  for (const { part, nature, grade } of places) {
    const place = `${part}/${nature}`
    best[place] = Math.min(best[place] ?? 99, grade ?? 99)
  }
  const [first = 99, second = 99] = Object.values(best).sort((a, b) => a - b)
  const grade = Math.max(1, first === second ? first - 1 : first)
  const payableFen = BigInt(110 - 10 * grade) * 3000n - paidFen
  return payableFen > 0n ? payableFen : 0n
}

describe('CLM-09 disability, properties', () => {
  test('agrees with the oracle that sorts', () => {
    fc.assert(
      fc.property(anyPlaces, anyPaid, (disabilities, paid) => {
        expect(ask({ disabilities }, paid)).toBe(oracleFen(disabilities, paid))
      }),
    )
  })
  test('what is paid in all never exceeds the sum insured', () => {
    fc.assert(
      fc.property(anyPlaces, anyPaid, (disabilities, paid) => {
        expect(ask({ disabilities }, paid) + paid <= (paid > 300_000n ? paid : 300_000n)).toBe(true)
      }),
    )
  })
  test('one place more never pays less, and their order does not matter', () => {
    fc.assert(
      fc.property(anyPlaces, anyPlace, (disabilities, more) => {
        expect(ask({ disabilities: [...disabilities, more] }, 0n) >= ask({ disabilities }, 0n)).toBe(true)
        expect(ask({ disabilities: [...disabilities].reverse() }, 0n)).toBe(ask({ disabilities }, 0n))
      }),
    )
  })
})

describe('CLM-09 death, properties', () => {
  const sums: readonly [VehicleClass, bigint][] = [
    ['none', 0n],
    ['private', 0n],
    ['commercialRoad', 3_000_000n],
    ['rail', 3_000_000n],
    ['ship', 5_000_000n],
    ['air', 10_000_000n],
  ]
  test('the sum by days, vehicle and what was paid before', () => {
    const anyDays = fc.integer({ min: 0, max: 400 })
    fc.assert(
      fc.property(anyDays, fc.constantFrom(...sums), anyPaid, (days, vehicle, paid) => {
        const left = paid > 300_000n ? 0n : 300_000n - paid
        const deathOn = addDays(ACCIDENT, days)
        expect(ask({ kind: 'death', vehicle: vehicle[0], deathOn }, paid)).toBe(days > 180 ? 0n : left + vehicle[1])
      }),
    )
  })
})
