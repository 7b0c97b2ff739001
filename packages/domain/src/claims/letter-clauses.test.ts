import { describe, expect, it } from 'vitest'
import shipped from '../../../../config/programmes/chaonan/2026-10-01.json' with { type: 'json' }
import { parseProgrammeVersion, type ProgrammeVersion } from '../programme/index.ts'
import { clauseOfReason, clausesOfBenefit } from './letter-clauses.ts'

function version(): ProgrammeVersion {
  const parsed = parseProgrammeVersion(shipped)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.facts))
  return parsed.value
}

describe('CLM-11 letters quote the clause a decision rests on', () => {
  it('quotes where the numbers of a benefit come from, without our own row numbers', () => {
    expect(clausesOfBenefit(version(), 'hospital_allowance')[0]).toEqual({
      ref: '采购方案·保障责任',
      text: '住院津贴每天 30 元。',
    })
    expect(clausesOfBenefit(version(), 'death').map((clause) => clause.text)).toContain(
      '自意外发生之日起 180 日内身故。',
    )
  })

  it('quotes the benefit where the product states no figure', () => {
    expect(clausesOfBenefit(version(), 'medical')).toEqual([
      { ref: '潮南区老年人意外伤害综合保险', text: '意外住院医疗' },
    ])
  })

  it('names the benefit where only a document is cited', () => {
    const shippedVersion = version()
    const benefits = shippedVersion.benefits.map((one) => ({ ...one, sources: { sumFen: '采购合同 2026-118' } }))
    expect(clausesOfBenefit({ ...shippedVersion, benefits }, 'death')).toEqual([
      { ref: '采购合同 2026-118', text: '意外身故保险金。' },
    ])
  })

  it.each([
    ['exclusion.drunk', '采购方案·保障责任·责任免除', '醉酒。'],
    ['exclusion.crime', '采购方案·保障责任·责任免除', '故意犯罪。'],
    ['cover.not_in_force', '潮南区老年人意外伤害综合保险·保险期间', '只对保险期间内发生的意外事故承担保险责任。'],
    ['hospital.level_too_low', '采购方案·保障责任', '住院津贴每天 30 元。'],
  ])('%s', (reason, ref, text) => {
    expect(clauseOfReason(version(), 'hospital_allowance', reason)).toEqual({ ref, text })
  })

  it('names the chapter before an exclusion whose source does not', () => {
    const shippedVersion = version()
    const exclusions = shippedVersion.exclusions.map((one) => ({ ...one, source: '采购合同 2026-118 第九条' }))
    expect(clauseOfReason({ ...shippedVersion, exclusions }, 'death', 'exclusion.drunk')).toEqual({
      ref: '采购合同 2026-118 第九条',
      text: '责任免除：醉酒。',
    })
  })

  it('states the accident test where it failed', () => {
    expect(clauseOfReason(version(), 'death', 'accident.disease').text).toContain('非疾病的')
  })
})
