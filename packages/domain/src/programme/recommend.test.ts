import { describe, expect, it } from 'vitest'
import chaonan from '../../../../config/programmes/chaonan/2026-10-01.json' with { type: 'json' }
import { parseProgrammeVersion } from './parse-version.ts'
import { proposeProduct, type CustomerFacts, type Needs } from './recommend.ts'

const parsed = parseProgrammeVersion(chaonan)
if (!parsed.ok) throw new Error(JSON.stringify(parsed.facts))
const version = { ...parsed.value, inForceTo: '2027-09-30' }
const dear = { ...version, programme: 'dear', premium: { ...version.premium, perHeadFen: 5000n } }
const bare = { ...version, programme: 'bare', benefits: version.benefits.filter(({ code }) => code === 'death') }
const products = [
  { versionId: 'dear', version: dear },
  { versionId: 'chaonan', version },
  { versionId: 'bare', version: bare },
]
const customer: CustomerFacts = { today: '2026-11-23', birthOn: '1950-01-01', coveredBy: [] }

describe('SRV-07 what the machine proposes, and why', () => {
  it.each<[string, Needs, Partial<CustomerFacts>, string | null]>([
    ['meets most, the cheaper of equals', { death: 'yes', hospital_allowance: 'yes' }, {}, 'chaonan'],
    ['nothing asked for: the cheapest first', {}, {}, 'chaonan'],
    ['already covered by it', { death: 'yes' }, { coveredBy: ['chaonan'] }, 'bare'],
    [
      'covered, and the rest is too dear',
      { hospital_allowance: 'yes', budget: '20' },
      { coveredBy: ['chaonan'] },
      null,
    ],
    ['a budget to the fen', { death: 'yes', budget: '9.99' }, {}, null],
    ['just within the budget', { death: 'yes', budget: '10' }, {}, 'chaonan'],
    ['too young for all', { death: 'yes' }, { birthOn: '1970-01-01' }, null],
    ['age not known speaks against nothing', { death: 'yes' }, { birthOn: null }, 'chaonan'],
    ['the period is over', { death: 'yes' }, { today: '2027-10-01' }, null],
    ['a benefit without a stated sum meets nothing', { medical: 'yes' }, {}, null],
  ])('%s', (_case, needs, change, versionId) => {
    expect(proposeProduct(products, needs, { ...customer, ...change }).versionId).toBe(versionId)
  })

  it('says why in plain words, for each product', () => {
    const { reasons, fits } = proposeProduct(products, { death: 'yes', medical: 'yes', budget: '20' }, customer)
    expect(reasons).toEqual([
      '客户要的意外去世，这个方案有。',
      '客户要的住院医药费，这个方案没有写明的金额或者不保。',
      '每人每年 10 元，在客户说的 20 元以内。',
    ])
    expect(fits.find((fit) => fit.versionId === 'dear')?.reasons[0]).toBe('超出能出的钱。')
  })
})
