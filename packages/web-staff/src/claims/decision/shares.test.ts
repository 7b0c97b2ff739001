import { describe, expect, it } from 'vitest'
import { bpsOf, equalShares, sharedLines, sharesOf } from './shares.ts'

describe('CLM-12 shares of beneficiaries and heirs', () => {
  it('splits equally to exactly one hundred percent', () => {
    const drafts = equalShares(['a', 'b', 'c'])
    expect(drafts.map((draft) => draft.percent)).toEqual(['33.34', '33.33', '33.33'])
    expect(sharesOf(drafts).problem).toBeNull()
  })

  it('are offered for what a deceased person leaves, never to the living', () => {
    const [death, stay] = [{ benefit: 'death' }, { benefit: 'hospital_allowance' }]
    expect(sharedLines({ lines: [stay], accident: { diedOn: null } })).toEqual([])
    expect(sharedLines({ lines: [stay, death], accident: { diedOn: null } })).toEqual([stay, death])
    expect(sharedLines({ lines: [stay], accident: { diedOn: '2026-11-10' } })).toEqual([stay])
  })

  it('reads percents with two decimals exactly', () => {
    expect(bpsOf('33.33')).toBe(3333)
    expect(bpsOf('100')).toBe(10_000)
    expect(bpsOf('100.01')).toBeNull()
    expect(bpsOf('1.234')).toBeNull()
  })

  it('says when the shares are not the whole, and leaves out who gets nothing', () => {
    expect(
      sharesOf([
        { payeeAccountId: 'a', percent: '60' },
        { payeeAccountId: 'b', percent: '30' },
      ]).problem,
    ).toBe('合计 90.00%，应为 100%')
    const whole = sharesOf([
      { payeeAccountId: 'a', percent: '100' },
      { payeeAccountId: 'b', percent: '' },
    ])
    expect(whole).toEqual({ shares: [{ payeeAccountId: 'a', shareBps: 10_000 }], problem: null })
    expect(sharesOf([{ payeeAccountId: 'a', percent: 'x' }]).problem).toContain('不是有效的份额')
  })
})
