import { describe, expect, test } from 'vitest'
import { grantedDays } from './granted.ts'
import { effectOnClaim, effectOnLine, type DecidedLine } from './effect.ts'
import { underpaymentsOf, type GivenLine, type SweptClaim } from './underpayment.ts'

const line: GivenLine = { benefit: 'hospital_allowance', state: 'paid', givenFen: 9_000n, failedFen: 0n }
const base: SweptClaim = {
  lines: [line],
  due: new Map([['hospital_allowance', { dueFen: 15_000n, outcome: 'pay' }]]),
  kindOf: () => 'hospital',
  kinds: ['hospital'],
  wasCovered: true,
  rightVersion: true,
  gradeCorrected: false,
  transportAdded: false,
  levelCorrected: false,
  usageReleased: false,
}

describe('CLM-16 what is owed, and why', () => {
  test.each<readonly [string, Partial<SweptClaim>, readonly string[]]>([
    ['days not paid', {}, ['days_unpaid']],
    ['all paid', { lines: [{ ...line, givenFen: 15_000n }] }, []],
    ['paid too much', { lines: [{ ...line, givenFen: 16_000n }] }, []],
    ['a person had to judge', { due: new Map([['hospital_allowance', { dueFen: 15_000n, outcome: 'manual' }]]) }, []],
    ['withdrawn by the claimant', { lines: [{ ...line, state: 'withdrawn' }] }, []],
    ['denied', { lines: [{ ...line, state: 'denied', givenFen: 0n }] }, ['denied_though_covered']],
    ['late roster', { wasCovered: false }, ['late_cover']],
    ['wrong version', { rightVersion: false }, ['wrong_version']],
    ['failed and forgotten', { lines: [{ ...line, givenFen: 0n, failedFen: 15_000n }] }, ['payment_failed']],
    ['limit free again', { usageReleased: true }, ['limit_released']],
    ['nobody asked', { lines: [] }, ['not_asked']],
  ])('%s', (_name, change, causes) =>
    expect(underpaymentsOf({ ...base, ...change }).flatMap((one) => one.causes)).toEqual(causes),
  )

  test('more disability means less death: together nothing is owed', () => {
    const due = new Map([
      ['disability', { dueFen: 90_000n, outcome: 'pay' }],
      ['death', { dueFen: 210_000n, outcome: 'pay' }],
    ] as const)
    const lines = [
      { ...line, benefit: 'disability', givenFen: 60_000n },
      { ...line, benefit: 'death', givenFen: 240_000n },
    ]
    expect(underpaymentsOf({ ...base, due, lines })).toEqual([])
    expect(underpaymentsOf({ ...base, due, lines: lines.slice(0, 1) })).toMatchObject([
      { owedFen: 30_000n },
      { owedFen: 210_000n },
    ])
  })
})

describe('CLM-08 what a decision books and changes', () => {
  const counted = {
    benefit: 'hospital_allowance',
    payableFen: 9_000n,
    working: [
      { code: 'hospital.year', facts: { countedRanges: ['2026-09-29/2026-09-30'] } },
      { code: 'hospital.year', facts: { countedRanges: ['2026-10-01/2026-10-01'] } },
    ],
  } as const
  test.each([
    [9_000n, [6_000n, 3_000n]],
    [5_000n, [3_333n, 1_667n]],
  ])('%s over the counted days', (amount, parts) =>
    expect(grantedDays(counted, amount).map((one) => one.fen)).toEqual(parts),
  )
  const decided: DecidedLine = {
    id: 'l',
    benefit: 'hospital_allowance',
    outcome: 'pay',
    payableFen: 15_000n,
    reasons: [],
    state: 'proposed',
    paidFen: 0n,
    onItsWayFen: 0n,
    decidedRevision: null,
    waivedFen: 0n,
  }
  test.each<readonly [Partial<DecidedLine>, string, bigint, bigint]>([
    [{}, 'approved', 15_000n, 0n],
    [{ paidFen: 15_000n }, 'paid', 0n, 0n],
    [{ paidFen: 9_000n, onItsWayFen: 6_000n }, 'approved', 0n, 0n],
    [{ paidFen: 20_000n }, 'paid', 0n, 5_000n],
    [{ paidFen: 20_000n, waivedFen: 4_000n }, 'paid', 0n, 1_000n],
    [{ paidFen: 20_000n, waivedFen: 6_000n }, 'paid', 0n, 0n],
    [{ outcome: 'deny', payableFen: 0n, paidFen: 3_000n }, 'denied', 0n, 3_000n],
    [{ outcome: 'not_applicable', payableFen: 0n }, 'not_applicable', 0n, 0n],
    [{ outcome: 'not_applicable', payableFen: 0n, paidFen: 3_000n }, 'not_applicable', 0n, 3_000n],
  ])('%o → %s', (change, state, payFen, recoverFen) => {
    expect(effectOnLine({ ...decided, ...change })).toMatchObject({
      value: { transition: { to: state }, payFen, recoverFen, decidedRevision: 1 },
    })
  })
  test('a claim is decided when no line is open', () => {
    expect(effectOnClaim('approving', ['approved', 'denied'])).toMatchObject({ value: { to: 'settling' } })
    expect(effectOnClaim('approving', ['approved', 'open'])).toMatchObject({ value: { to: 'assessing' } })
  })
})
