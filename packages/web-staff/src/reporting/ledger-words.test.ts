import { describe, expect, it } from 'vitest'
import { countsWords, hasCases, rateText, rateTone, spanText, toldWords } from './ledger-words.ts'

describe('CLK-05 figures of the ledger in words', () => {
  it.each([
    [10_000, '100%', 'good'],
    [9999, '99.9%', 'good'],
    [9799, '97.9%', 'fair'],
    [8999, '89.9%', 'poor'],
    [0, '0.0%', 'poor'],
    [null, '—', 'none'],
  ] as const)('%s is %s, %s', (bps, text, tone) => {
    expect([rateText(bps), rateTone(bps)]).toEqual([text, tone])
  })

  it('spans in two units, the larger first', () => {
    expect([30, 60, 3600, 7500, 86_400, 90_000].map(spanText)).toEqual([
      '不到 1 分',
      '1 分',
      '1 小时',
      '2 小时 5 分',
      '1 天',
      '1 天 1 小时',
    ])
    expect(hasCases({ kept: 0, keptByAgreement: 0, broken: 0, running: 0, cancelled: 1 })).toBe(true)
  })

  it('what was kept by a later time told before is said apart, with both times', () => {
    const counts = { kept: 3, keptByAgreement: 2, broken: 1, running: 0, cancelled: 0 }
    expect(countsWords(counts)).toBe('按时 3，经告知后按约 2，超时 1，进行中 0，取消 0')
    expect(hasCases({ ...counts, kept: 0, broken: 0 })).toBe(true)
    expect(toldWords('2026-11-25T02:00:00Z', '2026-11-26T16:00:00Z')).toMatch(
      /^原承诺 .*25.* 10:00　告知后 .*26 24:00$/,
    )
  })
})
