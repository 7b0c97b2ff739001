import { describe, expect, it } from 'vitest'
import chaonan from '../../../../config/programmes/chaonan/2026-10-01.json' with { type: 'json' }
import { introductionSheet } from './introduction-sheet.ts'
import type { SheetSectionCode } from './introduction-words.ts'
import { parseProgrammeVersion } from './parse-version.ts'
import type { ProgrammeVersion } from './version.ts'

function read(data: unknown): ProgrammeVersion {
  const parsed = parseProgrammeVersion(data)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.facts))
  return parsed.value
}
const version = read(chaonan)
const textsOf = (code: SheetSectionCode, of = version): string[] =>
  introductionSheet(of)
    .find((section) => section.code === code)
    ?.points.map(({ text }) => text) ?? []

describe('SRV-07 the sheet an elder reads, from the version alone', () => {
  it.each<[SheetSectionCode, string]>([
    ['cover', '保障期间：2026年10月1日起。'],
    ['cover', '保费：每人每年 10 元。'],
    ['cover', '意外身故保险金：因为意外去世，付 3,000 元。'],
    ['cover', '意外伤残保险金：因为意外落下残疾，按轻重分 10 级，最重的付 3,000 元，最轻的付 300 元。'],
    ['cover', '意外住院津贴：因为意外住院，每天付 30 元。'],
    ['cover', '意外住院医疗：付多少由人按合同认定，这里没有写明的金额。'],
    ['exclusion', '因为猝死的，不赔。'],
    ['exclusion', '因为自杀的，一般不赔；法律另有规定的，由人来认定。'],
    ['exclusion', '意外住院津贴、意外住院医疗：因为牙齿保健和修复的，不赔。'],
    ['limit', '意外身故保险金：要在意外发生后 180 天以内去世，过了这个天数的不付。'],
    ['limit', '意外住院津贴：要住二级及以上医院，或者保险公司认可的医院。'],
    ['limit', '意外住院津贴：每次住院最多付 90 天，一年最多 180 天、5,400 元。'],
    ['limit', '坐车坐船坐飞机的那笔钱，在意外去世的钱以外另付。'],
    ['duty', '有人去世的，还要：死亡证明、户籍注销证明、受益人身份证明。拿不到的，先告诉我们，有别的办法。'],
    ['remedy', '材料齐全后审核：3 个工作日以内。'],
  ])('%s: %s', (code, text) => {
    expect(textsOf(code)).toContain(text)
  })

  it('a deductible and a ratio are limits, said before they bind', () => {
    const pricing = { deductibleFen: 10000n, ratioBps: 8000, limitFen: 500000n, offsetsSocialInsurance: true }
    const benefits = version.benefits.map((one) => (one.kind === 'reimbursement' ? { ...one, pricing } : one))
    const priced = { ...version, benefits }
    expect(textsOf('limit', priced)).toContain(
      '意外住院医疗：先减去医保已经报的，再减去免赔额 100 元，剩下的按 80% 付。',
    )
    expect(textsOf('cover', priced)).toContain('意外住院医疗：因为意外住院的医疗费，按 80% 报销，最多 5,000 元。')
  })

  it('every exclusion of the version stands there, and numbers name their clause', () => {
    expect(textsOf('exclusion')).toHaveLength(version.exclusions.length)
    const cover = introductionSheet(version)[0]?.points ?? []
    expect(cover.find(({ text }) => text.startsWith('意外身故'))?.source).toContain('采购方案')
  })
})
