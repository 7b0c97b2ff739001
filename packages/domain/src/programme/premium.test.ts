import { describe, expect, test } from 'vitest'
import { dayNumber, dayOfNumber } from '../kernel/index.ts'
import { policyYearByNumber, policyYearOf } from './policy-year.ts'
import { premiumFen, premiumOfYear } from './premium.ts'

describe('PRG-06 policy year and premium', () => {
  test.each([
    ['2025-09-30', '2024-10-01', '2025-09-30'],
    ['2025-10-01', '2025-10-01', '2026-09-30'],
    ['2026-01-01', '2025-10-01', '2026-09-30'],
    ['2024-02-29', '2023-10-01', '2024-09-30'],
  ])('%s falls in %s – %s', (day, from, to) => {
    expect(policyYearOf(day, '10-01')).toEqual({ from, to })
    const byNumber = policyYearByNumber(dayNumber(day), '10-01')
    expect([dayOfNumber(byNumber.from), dayOfNumber(byNumber.to)]).toEqual([from, to])
  })
  test('a year that starts on 1 January', () => {
    expect(policyYearOf('2026-12-31', '01-01')).toEqual({ from: '2026-01-01', to: '2026-12-31' })
  })
  test('215,864 heads at ¥10 are ¥2,158,640.00', () => expect(premiumFen(215_864, 1000n)).toBe(215_864_000n))

  const year = { from: '2025-10-01', to: '2026-09-30' }
  const base = { policyYear: year, perHeadFen: 1000n, plannedHeads: 100, headsAtStart: 98 }
  test('joiners pay the full sum; the true-up may go either way', () => {
    const joinersFrom = ['2025-11-01', '2026-09-01', '2026-09-01']
    expect(premiumOfYear({ ...base, joinerPremium: 'full', joinersFrom })).toEqual({
      plannedFen: 100_000n,
      dueFen: 101_000n,
      trueUpFen: 1000n,
      heads: 101,
    })
    expect(premiumOfYear({ ...base, joinerPremium: 'full', joinersFrom: [] }).trueUpFen).toBe(-2000n)
  })
  test('by parameter joiners pay by months begun, rounded down to the fen', () => {
    const joinersFrom = ['2025-11-01', '2026-04-01', '2026-09-01']
    expect(premiumOfYear({ ...base, joinerPremium: 'proRata', joinersFrom }).dueFen).toBe(98_000n + 916n + 500n + 83n)
  })
})
