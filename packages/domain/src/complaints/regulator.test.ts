import { describe, expect, it } from 'vitest'
import { decideSheet, publishedRatios } from './regulator.ts'

describe('CMP-11 监管转办', () => {
  it.each([
    ['2026-03-02', '2026-03-01', false],
    ['2026-03-02', '2026-03-02', true],
    ['2026-03-02', '2026-03-17', true],
  ])('received %s, to be reported by %s: %s', (receivedOn, reportBy, fine) => {
    expect(decideSheet({ receivedOn, reportBy }).ok).toBe(fine)
  })

  it('counts per 亿元, per 万张 and per 万人次', () => {
    const base = { premiumFen: 215_864_000n, policies: 215_864, persons: 215_864 }
    expect(publishedRatios(3, base)).toEqual({
      perHundredMillionYuan: (3 * 10_000_000_000) / 215_864_000,
      perTenThousandPolicies: 30_000 / 215_864,
      perTenThousandPersons: 30_000 / 215_864,
    })
    expect(publishedRatios(3, { premiumFen: 0n, policies: 0, persons: 0 })).toEqual({
      perHundredMillionYuan: null,
      perTenThousandPolicies: null,
      perTenThousandPersons: null,
    })
  })
})
