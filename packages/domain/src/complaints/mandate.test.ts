import { describe, expect, it } from 'vitest'
import { decideMandateBrought, decideTelling, mayHearPersonal, missingWhenTied, type Speaks } from './mandate.ts'

const TODAY = '2026-11-23'
const proxy: Speaks = { representation: 'proxy', missing: [], mandateUntil: '2026-12-31' }

describe('CMP-01 who may be told what is personal', () => {
  it.each<[string, Partial<Speaks>, boolean]>([
    ['oneself', { representation: 'self', mandateUntil: null }, true],
    ['with a mandate that runs', {}, true],
    ['on its last day', { mandateUntil: TODAY }, true],
    ['a day later', { mandateUntil: '2026-11-22' }, false],
    ['a mandate nobody has looked at', { missing: ['mandate'] }, false],
    ['a mandate without its last day', { mandateUntil: null }, false],
    ['an heir', { representation: 'heir' }, true],
    ['an heir without proof', { representation: 'heir', missing: ['heir_proof'] }, false],
    ['somebody without a name, of their own matter', { representation: 'anonymous', mandateUntil: null }, true],
  ])('%s', (_, change, may) => expect(mayHearPersonal({ ...proxy, ...change }, TODAY)).toBe(may))

  it('without a mandate the insured person is told, and nobody where it is not known who that is', () => {
    const bare: Speaks = { ...proxy, missing: ['mandate'] }
    expect(decideTelling(bare, TODAY, true)).toEqual({ ok: true, value: null })
    expect(decideTelling(bare, TODAY, false)).toMatchObject({ ok: false, code: 'complaint.mandate_first' })
    expect(decideTelling(proxy, TODAY, false)).toEqual({ ok: true, value: null })
  })

  it('a mandate counts as brought with its paper and its last day', () => {
    const brought = { brought: ['mandate'], papers: 1, mandateUntil: TODAY } as const
    expect(decideMandateBrought(brought)).toEqual({ ok: true, value: null })
    expect(decideMandateBrought({ ...brought, papers: 0 })).toMatchObject({ code: 'complaint.mandate_unseen' })
    expect(decideMandateBrought({ ...brought, mandateUntil: null })).toMatchObject({
      code: 'complaint.mandate_undated',
    })
    expect(decideMandateBrought({ brought: ['demand'], papers: 0, mandateUntil: null })).toMatchObject({ ok: true })
  })
})

describe('CMP-02 what is missing once it is known who complains', () => {
  const self: Speaks = { representation: 'self', missing: ['name', 'identity', 'demand'], mandateUntil: null }
  it.each([
    ['the person themselves brings no name again', 'self', self, ['demand']],
    ['a family that had stood there as the person', 'proxy', self, ['name', 'identity', 'demand', 'mandate']],
    ['an heir', 'heir', self, ['name', 'identity', 'demand', 'heir_proof']],
    ['a proxy whose mandate was seen', 'proxy', { ...proxy, missing: ['demand'] }, ['demand']],
    ['a proxy whose mandate was not', 'proxy', { ...proxy, missing: ['mandate'] }, ['mandate']],
    ['who was taken for a proxy', 'self', { ...proxy, missing: ['mandate'] }, []],
  ] as const)('%s', (_, as, shown, missing) => {
    expect(missingWhenTied(shown.missing, as, shown)).toEqual(missing)
  })
})
