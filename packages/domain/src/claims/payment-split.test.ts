import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideShares, settlementOf, splitByShares } from './payment-split.ts'

describe('CLM-12 shares', () => {
  test.each([
    [300_000n, [10_000], [300_000n]],
    [300_000n, [3333, 3333, 3334], [99_990n, 99_990n, 100_020n]],
    [1n, [5000, 5000], [1n, 0n]],
  ])('%s by %s', (amount, shares, parts) => expect(splitByShares(amount, shares)).toEqual(parts))
  test('no fen is lost or made', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 9n }), fc.integer({ min: 1, max: 9_999 }), (amount, bps) => {
        const parts = splitByShares(amount, [bps, 10_000 - bps])
        expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(amount)
        expect(parts.every((part) => part >= 0n)).toBe(true)
      }),
    )
  })
  test.each([
    [[10_000], 'ok'],
    [[5000, 4999], 'payment.shares_not_whole'],
    [[5000, 5001], 'payment.shares_not_whole'],
  ] as const)('%s make a whole: %s', (shares, expected) => {
    const decided = decideShares(shares.map((shareBps, index) => ({ payeeAccountId: String(index), shareBps })))
    expect(decided.ok ? 'ok' : decided.code).toBe(expected)
  })
  test('an account once', () => {
    expect(
      decideShares([
        { payeeAccountId: 'a', shareBps: 5000 },
        { payeeAccountId: 'a', shareBps: 5000 },
      ]),
    ).toMatchObject({ code: 'payment.share_twice' })
  })
})

describe('CLM-16 only the difference', () => {
  test.each([
    [15_000n, 0n, 15_000n, 0n],
    [15_000n, 9_000n, 6_000n, 0n],
    [9_000n, 15_000n, 0n, 6_000n],
    [9_000n, 9_000n, 0n, 0n],
  ])('worth %s, moved %s', (entitled, moved, payFen, recoverFen) =>
    expect(settlementOf(entitled, moved)).toEqual({ payFen, recoverFen }),
  )
})
