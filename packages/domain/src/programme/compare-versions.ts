/**
 * Two versions of a programme compared from the insured person's side (PRG-08): every difference with what it was and
 * what it becomes, better, worse or neutral. A worse one in benefits, sums, limits or lists is a cut in cover: it needs
 * earlier notice and a written solution. A dearer premium is negotiated, a cheaper one credited.
 */
import { formatYuan } from '../kernel/index.ts'
import { benefitDifferences, difference, flag, grow, shrink, type Change } from './compare-benefits.ts'
import { LIST_WORDS } from './field-words.ts'
import type { DocumentList, Exclusion, Parameters, ProgrammeVersion, ServicePromise } from './version.ts'

export const CHANGE_AREAS = {
  benefit: '保险责任',
  exclusion: '责任免除',
  document: '材料清单',
  eligibility: '参保条件',
  parameter: '参数',
  promise: '服务承诺',
  premium: '保费',
  other: '其他',
} as const
export type ChangeArea = keyof typeof CHANGE_AREAS
export const CHANGE_EFFECTS = { better: '变好', worse: '变差', neutral: '不变差' } as const
export type ChangeEffect = keyof typeof CHANGE_EFFECTS

export type VersionDifference = Change & { readonly area: ChangeArea }

/** What kind of change it is; each kind demands its own steps (change-route.ts). */
export type ChangeKinds = {
  readonly differs: boolean
  readonly premium: 'same' | 'up' | 'down'
  readonly cut: boolean
}

export function compareVersions(before: ProgrammeVersion, after: ProgrammeVersion): readonly VersionDifference[] {
  const of = (area: ChangeArea, changes: readonly (Change | null)[]): VersionDifference[] =>
    changes.flatMap((one) => (one === null ? [] : [{ ...one, area }]))
  return [
    ...of('benefit', [...benefitDifferences(before.benefits, after.benefits), endsEarlier(before, after)]),
    ...of('exclusion', exclusionDifferences(before, after)),
    ...of('document', documentDifferences(before.documents, after.documents)),
    ...of('eligibility', [
      shrink('参保年龄', before.eligibility.minAge, after.eligibility.minAge, (age) => `${age} 周岁`),
      difference('参保户籍', before.eligibility.district, after.eligibility.district, 'neutral'),
    ]),
    ...of('parameter', parameterDifferences(before.parameters, after.parameters)),
    ...of('promise', promiseDifferences(before.promises, after.promises)),
    ...of('premium', [
      shrink('每人保费', before.premium.perHeadFen, after.premium.perHeadFen, formatYuan),
      difference('计划人数', String(before.premium.plannedHeads), String(after.premium.plannedHeads), 'neutral'),
    ]),
    ...of('other', [
      difference('名称', before.title, after.title, 'neutral'),
      difference('保单年度首日', before.policyYearStart, after.policyYearStart, 'neutral'),
      difference('说明', before.notes.join('；'), after.notes.join('；'), 'neutral'),
    ]),
  ]
}

/** An end that was not there, or comes earlier, takes cover away; a later one is a renewal. */
function endsEarlier({ inForceTo: was }: ProgrammeVersion, { inForceTo: is }: ProgrammeVersion): Change | null {
  if (is === null || (was !== null && was <= is)) return null
  return difference('到期日', was ?? '没有到期日', is, 'worse')
}

const CUT_AREAS: readonly ChangeArea[] = ['benefit', 'exclusion', 'document', 'eligibility', 'parameter']

export function changeKinds(before: ProgrammeVersion, after: ProgrammeVersion): ChangeKinds {
  const found = compareVersions(before, after)
  const [old, next] = [before.premium.perHeadFen, after.premium.perHeadFen]
  return {
    differs: found.length > 0,
    premium: next > old ? 'up' : next < old ? 'down' : 'same',
    cut: found.some((one) => one.effect === 'worse' && CUT_AREAS.includes(one.area)),
  }
}

function exclusionDifferences(before: ProgrammeVersion, after: ProgrammeVersion): (Change | null)[] {
  const titles = new Map([...before.benefits, ...after.benefits].map((one) => [one.code, one.title]))
  const named = (codes: Exclusion['appliesTo']): string => codes.map((code) => titles.get(code) ?? code).join('、')
  return pairs(before.exclusions, after.exclusions).flatMap(({ old, next }) => {
    if (!old) return [difference(next?.title ?? '', '没有这项免责', '免责', 'worse')]
    if (!next) return [difference(old.title, '免责', '没有这项免责', 'better')]
    const wider = next.appliesTo.some((code) => !old.appliesTo.includes(code))
    const reach = difference(
      `${next.title}：适用于`,
      named(old.appliesTo),
      named(next.appliesTo),
      wider ? 'worse' : 'better',
    )
    const same = old.appliesTo.length === next.appliesTo.length && !wider
    const toPerson = next.effect === 'manual' ? 'better' : 'worse'
    return [
      same ? null : reach,
      difference(`${next.title}：怎样认定`, EFFECTS[old.effect], EFFECTS[next.effect], toPerson),
    ]
  })
}

const EFFECTS = { refuse: '机器建议拒赔', manual: '由人认定' } as const

function documentDifferences(before: readonly DocumentList[], after: readonly DocumentList[]): (Change | null)[] {
  const flat = (lists: readonly DocumentList[]) =>
    lists.flatMap((list) =>
      list.documents.map((paper) => ({
        code: `${list.claimKind}:${paper.code}`,
        title: `${LIST_WORDS[list.claimKind]}：${paper.title}`,
        demand: paper.required ? '必须' : '可选',
      })),
    )
  return pairs(flat(before), flat(after)).map(({ old, next }) => {
    const worse = next?.demand === '必须' ? 'worse' : 'better'
    const effect = !old && next?.demand === '可选' ? 'neutral' : worse
    return difference(next?.title ?? old?.title ?? '', old?.demand ?? '不要', next?.demand ?? '不要', effect)
  })
}

function parameterDifferences(old: Parameters, next: Parameters): (Change | null)[] {
  const worse = (isWorse: boolean): ChangeEffect => (isWorse ? 'worse' : 'better')
  return [
    difference('交通身故金', STACKING[old.stacking], STACKING[next.stacking], worse(next.stacking === 'instead')),
    flag('出院日计入津贴', old.dischargeDayCounts, next.dischargeDayCounts, true),
    difference('“全年”按', YEARS[old.yearBasis], YEARS[next.yearBasis], 'neutral'),
    difference(
      '伤残和身故限额按',
      AGGREGATES[old.aggregate],
      AGGREGATES[next.aggregate],
      worse(next.aggregate === 'perPolicyYear'),
    ),
    difference(
      '户籍迁出后保障到',
      MOVES[old.movingAway],
      MOVES[next.movingAway],
      worse(next.movingAway === 'dayOfMove'),
    ),
    difference('新增人员保费', JOINERS[old.joinerPremium], JOINERS[next.joinerPremium], 'neutral'),
    difference('承保方式', ROSTERS[old.rosterMode], ROSTERS[next.rosterMode], 'neutral'),
    grow('小额案件上限', old.smallClaimFen, next.smallClaimFen, formatYuan),
    flag('正好等于上限也算小额', old.smallClaimIncludesLimit, next.smallClaimIncludesLimit, true),
    difference(
      '审核与支付时限',
      CLOCKS[old.reviewAndPayment],
      CLOCKS[next.reviewAndPayment],
      worse(next.reviewAndPayment === 'oneAfterTheOther'),
    ),
    difference(
      '只付给被保险人或合法受益人',
      yesNo(old.payeeOnlyInsuredOrBeneficiary),
      yesNo(next.payeeOnlyInsuredOrBeneficiary),
      'neutral',
    ),
  ]
}

const STACKING = { add: '在身故金之外另付', instead: '代替身故金' } as const
const YEARS = { policyYear: '保单年度', calendarYear: '日历年度' } as const
const AGGREGATES = { perAccident: '每次事故', perPolicyYear: '每个保单年度' } as const
const MOVES = { endOfPolicyYear: '保单年度末', dayOfMove: '迁出当日' } as const
const JOINERS = { full: '全年', proRata: '按剩余月数' } as const
const ROSTERS = { listed: '清单承保', unlisted: '团体无清单' } as const
const CLOCKS = { oneAfterTheOther: '先后相接', inside: '支付包含在审核时限内' } as const

function yesNo(value: boolean): string {
  return value ? '是' : '否'
}

const UNITS = { workingDay: '个工作日', naturalDay: '个自然日' } as const

function promiseDifferences(before: readonly ServicePromise[], after: readonly ServicePromise[]): (Change | null)[] {
  const text = (one: ServicePromise | undefined): string => (one ? `${one.days} ${UNITS[one.unit]}` : '没有承诺')
  return pairs(before, after).map(({ old, next }) =>
    difference(next?.title ?? old?.title ?? '', text(old), text(next), promiseEffect(old, next)),
  )
}

function promiseEffect(old: ServicePromise | undefined, next: ServicePromise | undefined): ChangeEffect {
  if (!old) return 'better'
  if (!next) return 'worse'
  if (old.unit === next.unit) return next.days < old.days ? 'better' : 'worse'
  // The same number of natural days ends earlier than of working days.
  if (next.unit === 'naturalDay') return next.days <= old.days ? 'better' : 'neutral'
  return next.days >= old.days ? 'worse' : 'neutral'
}

type Coded = { readonly code: string }
type Pair<T> = { readonly old: T | undefined; readonly next: T | undefined }

/** By code, in the order of the later list, then what is gone. */
function pairs<T extends Coded>(before: readonly T[], after: readonly T[]): Pair<T>[] {
  const found: Pair<T>[] = after.map((next) => ({ old: before.find((one) => one.code === next.code), next }))
  for (const old of before) {
    if (!after.some((one) => one.code === old.code)) found.push({ old, next: undefined })
  }
  return found
}
