import { describe, expect, it } from 'vitest'
import { decideAdvance, decideAdvanceAuthority, type AdvanceFacts } from './advance.ts'

const facts: AdvanceFacts = {
  claimState: 'reviewing',
  lineState: 'open',
  covered: true,
  leftFen: 300_000n,
  expectedFen: 300_000n,
  amountFen: 100_000n,
  evidence: 1,
}

describe('CLM-13 an advance for a severe injury', () => {
  it.each<[string, Partial<AdvanceFacts>, string | null]>([
    ['before the decision, with a paper, within the sum', {}, null],
    ['all of what is expected', { amountFen: 300_000n }, null],
    ['while the proposal waits', { claimState: 'approving', lineState: 'proposed' }, null],
    ['after the decision', { claimState: 'settling' }, 'lifecycle.not_possible'],
    ['of a line that is decided', { lineState: 'denied' }, 'advance.line_decided'],
    ['without cover', { covered: false }, 'advance.not_covered'],
    ['without a paper', { evidence: 0 }, 'advance.evidence_missing'],
    ['more than expected', { amountFen: 300_001n }, 'advance.above_expected'],
    ['expecting more than is left', { leftFen: 299_999n }, 'advance.above_ceiling'],
    ['of a benefit without figures', { leftFen: null }, 'advance.above_ceiling'],
  ])('%s', (_, change, code) => {
    expect(decideAdvance({ ...facts, ...change })).toMatchObject(code === null ? { ok: true } : { ok: false, code })
  })

  it('is agreed to within authority only', () => {
    const authority = new Map([['disability', 100_000n]])
    expect(decideAdvanceAuthority(authority, 'disability', 100_000n)).toMatchObject({ ok: true })
    expect(decideAdvanceAuthority(authority, 'disability', 100_001n)).toMatchObject({ code: 'claim.over_authority' })
    expect(decideAdvanceAuthority(authority, 'death', 1n)).toMatchObject({ code: 'claim.over_authority' })
  })
})
