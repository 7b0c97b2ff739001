import { describe, expect, test } from 'vitest'
import { decideProposal, type JudgedLine, type LineWish, type ProposalFacts } from './propose.ts'
import { DEFAULT_ROUTING, stepsNeeded, type RoutedLine } from './routing.ts'

const line: JudgedLine = {
  id: 'h',
  benefit: 'hospital_allowance',
  state: 'open',
  outcome: 'pay',
  calculatedFen: 15_000n,
  ceilingFen: 15_000n,
  reserveFen: 36_000n,
  notApplicable: false,
}
const pay: LineWish = { lineId: 'h', outcome: 'pay', payableFen: 15_000n, reasons: [], comment: '' }
const deny: LineWish = { lineId: 'h', outcome: 'deny', payableFen: 0n, reasons: ['accident.disease'], comment: '' }
const base: ProposalFacts = {
  claimState: 'assessing',
  claimClass: 'standard',
  lines: [line],
  wishes: [pay],
  outdated: false,
  unproved: [],
  byPerson: true,
  routing: DEFAULT_ROUTING,
}
const byHand = { ...line, outcome: 'manual', calculatedFen: 0n } as const

const transport = {
  ...line,
  benefit: 'transport_death',
  outcome: 'pay',
  calculatedFen: 0n,
  notApplicable: true,
} as const
const setAside: LineWish = { ...deny, outcome: 'not_applicable', reasons: [] }

describe('CLM-08 CLM-10 what may be proposed', () => {
  test.each<readonly [string, Partial<ProposalFacts>, string]>([
    ['the calculated sum', {}, 'ok'],
    ['an answer without evidence', { unproved: ['突发的'] }, 'claim.evidence_missing'],
    ['one fen more', { wishes: [{ ...pay, payableFen: 15_001n }] }, 'claim.amount_differs'],
    ['one fen less', { wishes: [{ ...pay, payableFen: 14_999n }] }, 'claim.amount_differs'],
    ['nothing came out', { lines: [{ ...line, outcome: 'refuse', calculatedFen: 0n }] }, 'claim.nothing_payable'],
    ['the line was not assessed', { lines: [{ ...line, outcome: null }] }, 'claim.not_assessed'],
    [
      'by hand within the ceiling',
      { lines: [byHand], wishes: [{ ...pay, payableFen: 7_500n, comment: '五成' }] },
      'ok',
    ],
    [
      'by hand above the ceiling',
      { lines: [byHand], wishes: [{ ...pay, payableFen: 15_001n, comment: '五成' }] },
      'claim.amount_above_ceiling',
    ],
    ['by hand without a comment', { lines: [byHand] }, 'claim.comment_missing'],
    ['by hand by a program', { lines: [byHand], byPerson: false }, 'claim.amount_needs_person'],
    [
      'by hand where the product has no figure',
      { lines: [{ ...byHand, ceilingFen: null }], wishes: [{ ...pay, payableFen: 99_999n, comment: '发票' }] },
      'ok',
    ],
    ['a denial', { wishes: [deny] }, 'ok'],
    ['a denial by a program', { wishes: [deny], byPerson: false }, 'claim.denial_needs_person'],
    ['a denial without reasons', { wishes: [{ ...deny, reasons: [] }] }, 'claim.reasons_missing'],
    ['a denial for an unknown reason', { wishes: [{ ...deny, reasons: ['x'] }] }, 'claim.reason_unknown'],
    ['a denial with money', { wishes: [{ ...deny, payableFen: 1n }] }, 'claim.denial_with_amount'],
    ['what does not apply', { lines: [transport], wishes: [setAside] }, 'ok'],
    [
      'what does not apply, by a program',
      { lines: [transport], wishes: [setAside], byPerson: false },
      'claim.denial_needs_person',
    ],
    ['to set aside what applies', { wishes: [setAside] }, 'claim.line_applies'],
    [
      'to set aside with a reason',
      { lines: [transport], wishes: [{ ...setAside, reasons: ['x'] }] },
      'claim.denial_with_amount',
    ],
    ['a foreign line', { wishes: [{ ...pay, lineId: 'x' }] }, 'claim.line_unknown'],
    ['a line twice', { wishes: [pay, pay] }, 'claim.line_twice'],
    ['a line that is decided', { lines: [{ ...line, state: 'paid' }] }, 'lifecycle.not_possible'],
    ['a claim still under review', { claimState: 'reviewing' }, 'lifecycle.not_possible'],
    ['an old assessment', { outdated: true }, 'claim.assessment_outdated'],
    [
      'death before its disability',
      {
        lines: [
          { ...line, id: 'd', benefit: 'death' },
          { ...line, id: 'i', benefit: 'disability' },
        ],
        wishes: [{ ...pay, lineId: 'd' }],
      },
      'claim.disability_first',
    ],
  ])('%s', (_name, change, expected) => {
    const decided = decideProposal({ ...base, ...change })
    expect(decided.ok ? 'ok' : decided.code).toBe(expected)
  })
})

describe('CLM-07 CLM-10 how many people must agree', () => {
  const one: RoutedLine = { benefit: 'hospital_allowance', outcome: 'pay', amountFen: 15_000n, byHand: false }
  test.each<readonly [string, RoutedLine, 'simple' | 'standard', number]>([
    ['a simple allowance goes straight through', one, 'simple', 0],
    ['the same in a standard case', one, 'standard', 1],
    ['a denial never goes straight through', { ...one, outcome: 'deny' }, 'simple', 1],
    ['a death never goes straight through', { ...one, benefit: 'death', amountFen: 300_000n }, 'simple', 1],
    ['¥5,000 is small', { ...one, amountFen: 500_000n }, 'standard', 1],
    ['one fen above is not', { ...one, amountFen: 500_001n }, 'standard', 2],
    ['by hand needs two', { ...one, byHand: true }, 'standard', 2],
    ['a denial with much at stake needs two', { ...one, outcome: 'deny', amountFen: 3_000_000n }, 'standard', 2],
    ['above ¥50,000 needs three', { ...one, amountFen: 5_000_001n }, 'standard', 3],
  ])('%s', (_name, line, claimClass, steps) => expect(stepsNeeded([line], claimClass, DEFAULT_ROUTING)).toBe(steps))
})
