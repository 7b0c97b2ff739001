import { describe, expect, it } from 'vitest'
import { riskOf, worstGrade, type RiskFacts, type RiskPoint } from './risk-score.ts'

const table: readonly RiskPoint[] = [
  { sign: 'claims_in_12_months', limit: 3, points: 30, title: '多件' },
  { sign: 'early_after_cover', limit: 30, points: 25, title: '刚参保' },
  { sign: 'late_report', limit: 60, points: 20, title: '晚报案' },
  { sign: 'village_cluster', limit: 5, points: 25, title: '同村' },
]
const plain: RiskFacts = {
  accidentOn: '2026-10-10',
  receivedAt: '2026-10-11T01:00:00.000Z',
  coveredFrom: '2025-10-01',
  claimsIn12Months: 0,
  villageClaims: 0,
}
const titles = (change: Partial<RiskFacts>) => riskOf({ ...plain, ...change }, table).reasons.map((one) => one.title)

describe('CLM-07 the risk score is a sum of explained points', () => {
  it.each<readonly [string, Partial<RiskFacts>, readonly string[]]>([
    ['an ordinary case', {}, []],
    ['two claims before', { claimsIn12Months: 2 }, []],
    ['three claims before', { claimsIn12Months: 3 }, ['多件']],
    ['the first day of cover', { coveredFrom: '2026-10-10' }, ['刚参保']],
    ['the 30th day of cover', { coveredFrom: '2026-09-11' }, ['刚参保']],
    ['the 31st day of cover', { coveredFrom: '2026-09-10' }, []],
    ['before cover began that is another question', { coveredFrom: '2026-10-11' }, []],
    ['never covered', { coveredFrom: null }, []],
    ['reported after 60 days', { receivedAt: '2026-12-09T01:00:00.000Z' }, []],
    ['reported after 61 days', { receivedAt: '2026-12-10T01:00:00.000Z' }, ['晚报案']],
    ['five others of the village', { villageClaims: 5 }, ['同村']],
  ])('%s', (_case, change, expected) => {
    expect(titles(change)).toEqual(expected)
  })

  it('adds the points up', () => {
    const worst = { ...plain, coveredFrom: '2026-10-01', claimsIn12Months: 4, villageClaims: 9 }
    expect(riskOf({ ...worst, receivedAt: '2027-01-10T01:00:00.000Z' }, table).score).toBe(100)
    expect(riskOf(plain, table)).toEqual({ score: 0, reasons: [] })
  })
})

describe('CLM-07 the injury as an input of routing', () => {
  const one = { item: null, grade: null, part: '左手', nature: null, assessedOn: '2026-11-20' }
  const item = { id: '7.3-09', grade: 8, section: '', text: '', verified: '' }
  const standard = { id: 'jrt0083', number: '', title: '', items: new Map([[item.id, item]]) }
  const standards = new Map([[standard.id, standard]])
  it.each([
    ['none', [], null],
    ['a grade that was typed', [{ ...one, grade: 9 }], 9],
    ['the grade of an item', [{ ...one, item: '7.3-09' }], 8],
    [
      'the most severe of several',
      [
        { ...one, grade: 3 },
        { ...one, item: '7.3-09' },
      ],
      3,
    ],
    ['an item nobody knows', [{ ...one, item: '9.9-99' }], null],
  ])('%s', (_case, disabilities, grade) => {
    expect(worstGrade(disabilities, standards)).toBe(grade)
  })
})
