import { describe, expect, it } from 'vitest'
import { effectOf, effectWindows, ratePerThousand } from './effect.ts'

const of = (before: readonly [number, number], after: readonly [number, number], unnamed = 0) =>
  effectOf({
    before: { count: before[0], exposure: before[1] },
    after: { count: after[0], exposure: after[1] },
    unnamed,
  }).verdict

describe('CMP-13 what may be said of an effect', () => {
  it.each([
    ['many before, few after', [40, 1000], [10, 1000], 0, 'improved'],
    ['the same number at half the work', [20, 1000], [20, 500], 0, 'worsened'],
    ['hardly another number', [20, 1000], [18, 1000], 0, 'not_shown'],
    ['five in all: even none after would not show it', [5, 1000], [0, 1000], 0, 'too_few'],
    ['six in all, none after, is the least that shows it', [6, 1000], [0, 1000], 0, 'improved'],
    ['nothing was handled after', [40, 1000], [0, 0], 0, 'too_few'],
    ['nobody complained', [0, 1000], [0, 1000], 0, 'too_few'],
    ['better only while thirty have no cause named', [40, 1000], [10, 1000], 30, 'causes_missing'],
    ['better whatever the two unnamed were', [40, 1000], [10, 1000], 2, 'improved'],
  ] as const)('%s', (_, before, after, unnamed, verdict) => {
    expect(of(before, after, unnamed)).toBe(verdict)
  })

  it('windows of one length, the days of proposal and completion in neither', () => {
    expect(effectWindows('2026-05-01', '2026-06-10', 30)).toEqual({
      before: { from: '2026-04-01', to: '2026-04-30' },
      after: { from: '2026-06-11', to: '2026-07-10' },
      measureOn: '2026-07-11',
    })
  })

  it('a rate is told per thousand with its interval, and not at all without exposure', () => {
    expect(ratePerThousand({ count: 10, exposure: 1000 })).toEqual({ rate: 10, low: 4.8, high: 18.39 })
    expect(ratePerThousand({ count: 0, exposure: 0 })).toBeNull()
  })
})
