import { describe, expect, test } from 'vitest'
import { nextForCertainPart } from './certain-part.ts'

describe('CLM-13 L04 the part that is certain', () => {
  test.each([
    ['reviewing', null, 0n, 'papers'],
    ['assessing', null, 0n, 'assessment'],
    ['assessing', 0n, 0n, 'assessment'],
    ['assessing', 15_000n, 0n, 'decision'],
    ['approving', 15_000n, 0n, 'decision'],
    ['assessing', 15_000n, 15_000n, 'payments'],
    ['settling', 15_000n, 15_000n, 'payments'],
  ] as const)('%s, certain %s, unpaid %s → %s', (state, certainFen, unpaidFen, step) => {
    expect(nextForCertainPart({ state, certainFen, unpaidFen })).toBe(step)
  })
})
