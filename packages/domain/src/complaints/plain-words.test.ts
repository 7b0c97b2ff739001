import { describe, expect, it } from 'vitest'
import { complainantCan, plainState } from './plain-words.ts'

describe('CMP-02, CMP-07, CMP-08 what a complainant may do on the page', () => {
  it.each([
    ['assigned', false, false, ['addFacts']],
    ['approved', true, false, ['reply', 'addFacts']],
    ['approved', false, false, ['addFacts']],
    ['told', false, true, ['addFacts', 'recheck']],
    ['closed', false, true, ['recheck']],
    ['withdrawn', false, false, []],
    ['merged', false, false, []],
  ] as const)('%s, a proposal open %s, 核查 possible %s', (state, proposalOpen, recheckPossible, can) => {
    expect(complainantCan({ state, proposalOpen, recheckPossible, mandateFirst: false })).toEqual(can)
  })

  it('and what it says: a proposal that was answered asks for no answer', () => {
    expect(plainState('approved', true, false)).toContain('您同意不同意')
    expect(plainState('approved', false, false)).toBe('您的答复收到了，正在作出决定。')
    expect(plainState('closed', false, false)).toBe('办完了。')
  })

  it('CMP-01 nothing of what was worked out before a mandate was seen, which may be handed in', () => {
    const may = (state: 'approved' | 'closed') =>
      complainantCan({ state, proposalOpen: false, recheckPossible: false, mandateFirst: true })
    expect(may('approved')).toEqual(['addFacts', 'handInMandate'])
    expect(may('closed')).toEqual([])
    expect(plainState('approved', false, true)).toContain('要先看到委托书')
    expect(plainState('investigating', false, true)).toBe('正在查清楚是怎么回事。')
  })
})
