import { describe, expect, it } from 'vitest'
import { unprovedAnswers, unprovedTitles, type Established } from './evidence.ts'

const proved: Established = {
  accidentTest: { evidence: { external: '病历', sudden: '病历', unintended: '本人陈述', nonDisease: '出院小结' } },
  exclusions: [],
  exclusionEvidence: {},
  vehicle: 'none',
  vehicleEvidence: '',
}
const titles = (change: Partial<Established>) =>
  unprovedTitles(unprovedAnswers({ ...proved, ...change }), [{ code: 'drunk', title: '醉酒' }])
const blank = { external: '', sudden: ' ', unintended: '', nonDisease: '' }

describe('PRG-03 CLM-08 every answer stands on evidence', () => {
  it.each<readonly [string, Partial<Established>, readonly string[]]>([
    ['everything has evidence', {}, []],
    [
      'nothing has, or only blanks',
      { accidentTest: { evidence: blank } },
      ['外来的', '突发的', '非本意的', '非疾病的'],
    ],
    [
      'one answer has none',
      { accidentTest: { evidence: { ...proved.accidentTest.evidence, sudden: '' } } },
      ['突发的'],
    ],
    ['an exclusion is raised without', { exclusions: ['drunk'] }, ['责任免除“醉酒”']],
    ['an exclusion is raised with', { exclusions: ['drunk'], exclusionEvidence: { drunk: '血检报告' } }, []],
    [
      'evidence of another exclusion',
      { exclusions: ['fight'], exclusionEvidence: { drunk: '血检' } },
      ['责任免除“fight”'],
    ],
    ['a bus without a ticket', { vehicle: 'commercialRoad' }, ['乘坐的交通工具']],
    ['a bus with a ticket', { vehicle: 'commercialRoad', vehicleEvidence: '公交卡记录' }, []],
    ['a class left to a person', { vehicle: 'undecided' }, ['乘坐的交通工具']],
  ])('%s', (_case, change, missing) => {
    expect(titles(change)).toEqual(missing)
  })
})
