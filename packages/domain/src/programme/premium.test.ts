import { describe, expect, test } from 'vitest'
import { dayNumber, dayOfNumber } from '../kernel/index.ts'
import { policyYearByNumber, policyYearOf } from './policy-year.ts'
import { premiumCredit, premiumFen, premiumOfYear } from './premium.ts'

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
  const base = { policyYear: year, perHeadFen: 1000n, plannedHeads: 100, headsAtStart: 98, leavers: [], paidFen: 0n }
  test('215,864 heads at the start, all paid: the statement is even to the cent', () => {
    const told = premiumOfYear({
      ...base,
      joinerPremium: 'full',
      plannedHeads: 215_864,
      headsAtStart: 215_864,
      joiners: [],
      paidFen: 215_864_000n,
    })
    expect(told).toMatchObject({ heads: 215_864, dueFen: 215_864_000n, trueUpFen: 0n, outstandingFen: 0n })
    expect(told.working[0]).toBe('2025-10-01 年度首日在保 215,864 人 × ¥10.00 = ¥2,158,640.00')
    expect(told.working.at(-1)).toBe('已收 ¥2,158,640.00，两清。')
  })
  test('joiners pay the full sum; the true-up may go either way', () => {
    const joiners = [
      { from: '2026-09-01', heads: 2 },
      { from: '2025-11-01', heads: 1 },
    ]
    const told = premiumOfYear({ ...base, joinerPremium: 'full', joiners })
    expect(told).toMatchObject({ plannedFen: 100_000n, dueFen: 101_000n, trueUpFen: 1000n, heads: 101 })
    expect(told.lines.map((line) => [line.kind, line.from, line.heads, line.sumFen])).toEqual([
      ['start', '2025-10-01', 98, 98_000n],
      ['joiners', '2025-11-01', 1, 1000n],
      ['joiners', '2026-09-01', 2, 2000n],
    ])
    expect(premiumOfYear({ ...base, joinerPremium: 'full', joiners: [] }).trueUpFen).toBe(-2000n)
  })
  test('by parameter joiners pay by months begun, rounded down to the fen', () => {
    const joiners = ['2025-11-01', '2026-04-01', '2026-09-01'].map((from) => ({ from, heads: 1 }))
    const told = premiumOfYear({ ...base, joinerPremium: 'proRata', joiners })
    expect(told.dueFen).toBe(98_000n + 916n + 500n + 83n)
    expect(told.lines.map((line) => line.months)).toEqual([12, 11, 6, 1])
    expect(told.working[1]).toBe('2025-11-01 起新增 1 人 × ¥9.16（¥10.00 × 11/12） = ¥9.16')
  })
  test('leavers are told and not refunded; what was paid decides who owes whom', () => {
    const leavers = [
      { month: '2026-01', heads: 3 },
      { month: '2026-02', heads: 4 },
    ]
    const owed = premiumOfYear({ ...base, joinerPremium: 'full', joiners: [], leavers, paidFen: 90_000n })
    expect(owed).toMatchObject({ leftHeads: 7, dueFen: 98_000n, outstandingFen: 8000n })
    expect(owed.working.at(-1)).toBe('已收 ¥900.00，投保人尚欠 ¥80.00。')
    const back = premiumOfYear({ ...base, joinerPremium: 'full', joiners: [], paidFen: 100_000n })
    expect(back.outstandingFen).toBe(-2000n)
    expect(back.working.at(-1)).toBe('已收 ¥1,000.00，应退投保人 ¥20.00。')
  })
})

describe('PRG-08 a cheaper premium is credited', () => {
  const year = { from: '2026-10-01', to: '2027-09-30' }
  test('the whole difference from the first day of the year, a share of twelfths in the middle, rounded up', () => {
    expect(premiumCredit(1000n, 900n, '2026-10-01', year, 10)).toEqual({
      eachFen: 100n,
      heads: 10,
      months: 12,
      totalFen: 1000n,
    })
    expect(premiumCredit(1000n, 900n, '2027-04-15', year, 3)).toMatchObject({ months: 6, eachFen: 50n, totalFen: 150n })
    expect(premiumCredit(1000n, 993n, '2027-09-01', year, 2)).toMatchObject({ months: 1, eachFen: 1n, totalFen: 2n })
  })
  test('a dearer one credits nothing', () => {
    expect(premiumCredit(1000n, 1100n, '2026-10-01', year, 10).totalFen).toBe(0n)
  })
})
