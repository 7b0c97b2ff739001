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
    expect(complainantCan({ state, proposalOpen, recheckPossible })).toEqual(can)
  })

  it('and what it says: a proposal that was answered asks for no answer', () => {
    expect(plainState('approved', true)).toContain('您同意不同意')
    expect(plainState('approved', false)).toBe('您的答复收到了，正在作出决定。')
    expect(plainState('closed', false)).toBe('办完了。')
  })
})
