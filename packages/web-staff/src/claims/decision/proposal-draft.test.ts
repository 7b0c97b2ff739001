import type { ClaimView } from '@anpei/contract/claims'
import { describe, expect, it } from 'vitest'
import { lineDrafts, missingIn, proposalOf, reasonChoices, type LineDraft } from './proposal-draft.ts'

const line = (id: string, state: 'open' | 'paid', benefit: 'death' | 'disability') => ({
  id,
  benefit,
  title: id,
  state,
  stateWord: '',
  payableFen: 0,
  paidFen: 0,
  reserveFen: 0,
  advancedFen: null,
  denialReasons: [],
  decidedAt: null,
})
const assessment: NonNullable<ClaimView['assessment']> = {
  id: null,
  revision: 1,
  madeBy: '',
  madeAt: '2026-11-20T01:00:00.000Z',
  outcome: 'pay',
  payableFen: 300_000,
  input: {
    accidentTest: {
      external: 'yes',
      sudden: 'yes',
      unintended: 'yes',
      nonDisease: 'yes',
      evidence: { external: '', sudden: '', unintended: '', nonDisease: '' },
    },
    exclusions: [],
    exclusionEvidence: {},
    vehicle: 'none',
    vehicleEvidence: '',
    deathOn: '2026-11-20',
    stays: [],
    disabilities: [],
  },
  routing: null,
  kinds: [
    {
      kind: 'death',
      outcome: 'pay',
      payableFen: 300_000,
      reasons: [{ code: 'death.disability_deducted', text: '已扣除' }],
      working: [],
      lines: [{ benefit: 'death', payableFen: 300_000, days: null, percent: null, working: [] }],
    },
  ],
}
const draft = (part: Partial<LineDraft>): LineDraft => ({
  lineId: 'l',
  title: '意外身故',
  outcome: 'pay',
  amount: '3000.00',
  reasons: [],
  comment: '',
  notApplicable: false,
  ...part,
})

describe('CLM-10 a proposal being made', () => {
  it('offers open lines only, and never begins with a denial', () => {
    const lines = [line('a', 'open', 'death'), line('b', 'paid', 'death'), line('c', 'open', 'disability')]
    const drafts = lineDrafts({ lines, assessment })
    expect(drafts.map(({ lineId, outcome, amount }) => [lineId, outcome, amount])).toEqual([
      ['a', 'pay', '3000.00'],
      ['c', 'open', '0.00'],
    ])
  })

  it('asks for a reason of a denial and for an amount of a payment', () => {
    expect(missingIn([draft({ outcome: 'deny' })])).toEqual(['意外身故：不予给付须选原因'])
    expect(missingIn([draft({ amount: 'x' })])).toEqual(['意外身故：请填给付金额'])
    expect(missingIn([draft({ outcome: 'open' })])).toEqual(['至少对一个给付项作出决定'])
    expect(missingIn([draft({})])).toEqual([])
  })

  it('sends decided lines only: a denial with reasons and no money, a payment with money and no reasons', () => {
    const sent = proposalOf([
      draft({ lineId: 'a' }),
      draft({ lineId: 'b', outcome: 'deny', reasons: ['hospital.no_stay'] }),
      draft({ outcome: 'open' }),
    ])
    expect(sent.lines).toEqual([
      { lineId: 'a', outcome: 'pay', payableFen: 300_000, reasons: [], comment: '' },
      { lineId: 'b', outcome: 'deny', payableFen: 0, reasons: ['hospital.no_stay'], comment: '' },
    ])
  })

  it('puts the reasons of the calculation first, in its own words', () => {
    expect(reasonChoices(assessment)[0]).toEqual({ value: 'death.disability_deducted', label: '已扣除' })
  })

  it('shows the catalogue without holes, and without faults of input', () => {
    const choices = reasonChoices(null)
    expect(choices.find((choice) => choice.value === 'cover.not_in_force')?.label).toBe('出险日不在保障期间内。')
    expect(choices.some((choice) => choice.value.startsWith('input.'))).toBe(false)
  })
})
