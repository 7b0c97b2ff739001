import { describe, expect, test } from 'vitest'
import { decideReopen, decideWithdrawal } from './reopen.ts'
import { decideReserve, openingReserve, type ReserveRow } from './reserve.ts'

const table: readonly ReserveRow[] = [
  { benefit: 'a', class: '*', reserveFen: 1n },
  { benefit: 'a', class: 'complex', reserveFen: 2n },
]
const codeOf = (decided: { ok: true } | { ok: false; code: string }) => (decided.ok ? 'ok' : decided.code)

describe('CLM-19 reserves', () => {
  test.each([
    ['a', 'complex', 2n],
    ['a', 'simple', 1n],
    ['b', 'simple', 0n],
  ] as const)('%s %s opens with %s', (benefit, claimClass, fen) =>
    expect(openingReserve(table, benefit, claimClass)).toBe(fen),
  )
  test.each([
    ['open', 1n, 2n, 'ok'],
    ['approved', 1n, 0n, 'ok'],
    ['open', 1n, 1n, 'claim.reserve_unchanged'],
    ['paid', 0n, 1n, 'claim.reserve_of_ended_line'],
  ] as const)('a line %s from %s to %s: %s', (state, before, after, expected) =>
    expect(codeOf(decideReserve(state, before, after))).toBe(expected),
  )
})

describe('CLM-16 reopening and withdrawing', () => {
  test.each([
    ['closed', 'paid', ['l'], 'ok'],
    ['settling', 'approved', ['l'], 'ok'],
    ['withdrawn', 'withdrawn', ['l'], 'ok'],
    ['closed', 'denied', ['l', 'l'], 'ok'],
    ['assessing', 'paid', ['l'], 'lifecycle.not_possible'],
    ['closed', 'open', ['l'], 'lifecycle.not_possible'],
    ['closed', 'paid', ['x'], 'claim.line_unknown'],
  ] as const)('reopen a claim %s with a line %s, asked %s: %s', (state, line, lineIds, expected) =>
    expect(codeOf(decideReopen({ state, lines: [{ id: 'l', state: line }], lineIds }))).toBe(expected),
  )
  test.each([
    ['collecting', 'open', 'ok'],
    ['assessing', 'paid', 'claim.decided_in_part'],
    ['settling', 'approved', 'lifecycle.not_possible'],
  ] as const)('withdraw a claim %s with a line %s: %s', (state, line, expected) =>
    expect(codeOf(decideWithdrawal({ state, lines: [{ id: 'l', state: line }] }))).toBe(expected),
  )
})
