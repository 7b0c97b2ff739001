import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clopperPearson, garwood, rateRatio } from './rates.ts'

describe('CMP-13 exact intervals agree with published tables', () => {
  // Garwood 1936, as reprinted in Johnson, Kotz and Kemp, and in every table of the Poisson mean, 95 %.
  it.each([
    [0, 0, 3.689],
    [1, 0.0253, 5.572],
    [2, 0.242, 7.225],
    [3, 0.619, 8.767],
    [4, 1.09, 10.242],
    [5, 1.623, 11.668],
    [10, 4.795, 18.39],
    [20, 12.217, 30.888],
    [50, 37.111, 65.919],
    [100, 81.364, 121.627],
  ])('Poisson mean of a count of %i: %f to %f', (count, low, high) => {
    const found = garwood(count)
    expect(found.low).toBeCloseTo(low, 3)
    expect(found.high).toBeCloseTo(high, 2)
  })

  // Clopper and Pearson 1934.
  it.each([
    [0, 10, 0, 0.3085],
    [1, 10, 0.0025, 0.445],
    [5, 10, 0.1871, 0.8129],
    [10, 10, 0.6915, 1],
    [10, 100, 0.049, 0.1762],
  ])('share of %i in %i: %f to %f', (hits, all, low, high) => {
    const found = clopperPearson(hits, all)
    expect(found.low).toBeCloseTo(low, 4)
    expect(found.high).toBeCloseTo(high, 4)
  })

  it('ratio of two rates: the worked examples of the manual of R, poisson.test', () => {
    const one = garwood(137)
    expect([one.low / 24.19893, one.high / 24.19893].map((n) => n.toFixed(6))).toEqual(['4.753125', '6.692709'])
    const ratio = rateRatio({ count: 21, exposure: 3011 }, { count: 11, exposure: 800 })
    expect(ratio.low).toBeCloseTo(0.8584264, 6)
    expect(ratio.high).toBeCloseTo(4.2772659, 6)
  })
})

const counts = fc.integer({ min: 0, max: 5000 })

describe('CMP-13 properties of the intervals', () => {
  it('hold the count, grow with it, and shrink relative to it', () => {
    fc.assert(
      fc.property(counts, (count) => {
        const [one, next] = [garwood(count), garwood(count + 1)]
        expect(one.low).toBeLessThanOrEqual(count)
        expect(one.high).toBeGreaterThan(count)
        expect(next.low).toBeGreaterThan(one.low)
        expect(next.high).toBeGreaterThan(one.high)
      }),
      { numRuns: 40 },
    )
  })

  it('of a ratio turns over when before and after change places', () => {
    const counted = fc.record({ count: fc.integer({ min: 1, max: 400 }), exposure: fc.integer({ min: 1, max: 9000 }) })
    fc.assert(
      fc.property(counted, counted, (before, after) => {
        const [there, back] = [rateRatio(before, after), rateRatio(after, before)]
        expect(there.low * back.high).toBeCloseTo(1, 6)
        expect(there.high * back.low).toBeCloseTo(1, 6)
      }),
      { numRuns: 40 },
    )
  })
})
