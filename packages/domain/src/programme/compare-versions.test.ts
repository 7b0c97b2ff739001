import { describe, expect, test } from 'vitest'
import chaonan from '../../../../config/programmes/chaonan/2026-10-01.json' with { type: 'json' }
import { changeKinds, compareVersions } from './compare-versions.ts'
import { parseProgrammeVersion } from './parse-version.ts'

type Tree = { [name: string]: Tree } & Tree[]

/** The shipped version with one place changed. */
function changed(path: string, to: unknown) {
  const copy = JSON.parse(JSON.stringify(chaonan))
  const names = path.split('.')
  const last = names.pop() ?? ''
  let at: Tree = copy
  for (const name of names) at = at[name] ?? at
  Object.assign(at, { [last]: to })
  return read(copy)
}

function read(data: unknown) {
  const parsed = parseProgrammeVersion(data)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.facts))
  return parsed.value
}

const before = read(chaonan)

describe('PRG-08 two versions compared from the insured person’s side', () => {
  test('the same content on another day is no difference', () => {
    const later = { ...before, version: '2027-10-01', inForceFrom: '2027-10-01' }
    expect(compareVersions(before, later)).toEqual([])
    expect(changeKinds(before, later)).toEqual({ differs: false, premium: 'same', cut: false })
  })

  test('an end, or an earlier one, is a cut; a later one is a renewal', () => {
    const [open, early, late] = [null, '2027-09-30', '2028-09-30'].map((inForceTo) => ({ ...before, inForceTo }))
    if (!open || !early || !late) throw new Error('three terms')
    const ends = { area: 'benefit', effect: 'worse', title: '到期日', after: '2027-09-30' }
    expect(compareVersions(open, early)).toMatchObject([{ ...ends, before: '没有到期日' }])
    expect(compareVersions(late, early)).toMatchObject([{ ...ends, before: '2028-09-30' }])
    expect(changeKinds(open, early)).toMatchObject({ cut: true })
    expect([compareVersions(early, late), compareVersions(early, open)]).toEqual([[], []])
  })

  test.each([
    ['benefits.0.sumFen', 400000, 'better', '意外身故保险金：保险金额', '¥3,000.00', '¥4,000.00'],
    ['benefits.0.sumFen', 200000, 'worse', '意外身故保险金：保险金额', '¥3,000.00', '¥2,000.00'],
    ['benefits.0.withinDays', 90, 'worse', '意外身故保险金：事故后期限', '180 天', '90 天'],
    ['benefits.0.deductsDisabilityPaid', false, 'better', '意外身故保险金：扣除已付伤残金', '是', '否'],
    ['benefits.1.sumFenByVehicle.rail', 2000000, 'worse', '交通意外身故保险金：轨道交通', '¥30,000.00', '¥20,000.00'],
    ['benefits.2.percentByGrade.10', 5, 'worse', '意外伤残保险金：10 级比例', '10%', '5%'],
    ['benefits.2.equalMostSevereOneUp', false, 'worse', '意外伤残保险金：多处同为最重升一级', '是', '否'],
    ['benefits.3.minHospitalLevel', 3, 'worse', '意外住院津贴：医院等级不低于', '二级', '三级'],
    ['benefits.3.maxDaysPerStay', 120, 'better', '意外住院津贴：每次住院上限', '90 天', '120 天'],
    ['eligibility.minAge', 65, 'worse', '参保年龄', '60 周岁', '65 周岁'],
    ['eligibility.minAge', 55, 'better', '参保年龄', '60 周岁', '55 周岁'],
    ['parameters.stacking', 'instead', 'worse', '交通身故金', '在身故金之外另付', '代替身故金'],
    ['parameters.dischargeDayCounts', false, 'worse', '出院日计入津贴', '是', '否'],
    ['parameters.aggregate', 'perPolicyYear', 'worse', '伤残和身故限额按', '每次事故', '每个保单年度'],
    ['parameters.joinerPremium', 'proRata', 'neutral', '新增人员保费', '全年', '按剩余月数'],
    ['promises.0.days', 5, 'worse', '材料齐全后审核', '3 个工作日', '5 个工作日'],
    ['promises.0.unit', 'naturalDay', 'better', '材料齐全后审核', '3 个工作日', '3 个自然日'],
    ['premium.perHeadFen', 900, 'better', '每人保费', '¥10.00', '¥9.00'],
    ['premium.perHeadFen', 1200, 'worse', '每人保费', '¥10.00', '¥12.00'],
    ['exclusions.0.effect', 'manual', 'better', '猝死：怎样认定', '机器建议拒赔', '由人认定'],
    ['documents.2.documents.2.required', true, 'worse', '伤残：费用清单', '可选', '必须'],
    ['notes', [], 'neutral', '说明', before.notes.join('；'), ''],
  ])('%s → %j is %s', (path, to, effect, title, was, is) => {
    expect(compareVersions(before, changed(path, to))).toMatchObject([{ effect, title, before: was, after: is }])
  })

  test('what is taken away from the insured is worse, what is added is better; exclusions the other way round', () => {
    const less = { ...before, benefits: before.benefits.filter((one) => one.code !== 'medical') }
    expect(compareVersions(before, less)).toMatchObject([
      { title: '意外住院医疗', before: '有', after: '没有', effect: 'worse' },
    ])
    expect(compareVersions(less, before)).toMatchObject([{ effect: 'better' }])
    const free = { ...before, exclusions: before.exclusions.filter((one) => one.code !== 'drunk') }
    expect(compareVersions(before, free)).toMatchObject([{ title: '醉酒', effect: 'better' }])
    expect(compareVersions(free, before)).toMatchObject([{ title: '醉酒', effect: 'worse' }])
    const wider = changed('exclusions.5.appliesTo', ['hospital_allowance', 'medical', 'disability'])
    expect(compareVersions(before, wider)).toMatchObject([{ title: '牙齿保健和修复：适用于', effect: 'worse' }])
    const silent = { ...before, promises: before.promises.slice(1) }
    expect(compareVersions(before, silent)).toMatchObject([{ after: '没有承诺', effect: 'worse' }])
  })

  test.each([
    ['premium.perHeadFen', 1200, { differs: true, premium: 'up', cut: false }],
    ['premium.perHeadFen', 900, { differs: true, premium: 'down', cut: false }],
    ['benefits.0.sumFen', 200000, { differs: true, premium: 'same', cut: true }],
    ['benefits.0.sumFen', 400000, { differs: true, premium: 'same', cut: false }],
    ['promises.0.days', 5, { differs: true, premium: 'same', cut: false }],
    ['documents.2.documents.2.required', true, { differs: true, premium: 'same', cut: true }],
  ])('%s → %j is the kind %j', (path, to, kinds) => {
    expect(changeKinds(before, changed(path, to))).toEqual(kinds)
  })
})
