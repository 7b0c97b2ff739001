/**
 * SRV-07: up to four products or versions side by side, drawn from their data: one line a fact, one column a product,
 * and whether they differ in it. What a product does not have stands as an empty cell, never left out.
 */
import { printedDay } from '../notifications/index.ts'
import { VEHICLE_WORDS } from './compare-benefits.ts'
import { levelAndAbove, plainYuan } from './introduction-sheet.ts'
import type { Benefit, ProgrammeVersion } from './version.ts'
import { PAID_VEHICLES } from './version.ts'

export const MOST_PRODUCTS = 4

export type ProductLine = {
  readonly group: string
  readonly label: string
  /** In the order of the products; null = not in this product. */
  readonly cells: readonly (string | null)[]
  readonly differs: boolean
}

type Fact = { readonly group: string; readonly label: string; readonly value: string }

export function productTable(versions: readonly ProgrammeVersion[]): readonly ProductLine[] {
  const columns = versions.map(factsOf)
  const lines: ProductLine[] = []
  for (const { group, label } of inOrder(columns)) {
    const cells = columns.map((facts) => facts.find((one) => one.group === group && one.label === label)?.value ?? null)
    lines.push({ group, label, cells, differs: new Set(cells).size > 1 })
  }
  return lines
}

/** Every line of any product once, the groups of the first product first. */
function inOrder(columns: readonly (readonly Fact[])[]): Pick<Fact, 'group' | 'label'>[] {
  const groups = new Map<string, Set<string>>()
  for (const { group, label } of columns.flat()) {
    const labels = groups.get(group) ?? new Set<string>()
    groups.set(group, labels.add(label))
  }
  return [...groups].flatMap(([group, labels]) => [...labels].map((label) => ({ group, label })))
}

const UNITS = { workingDay: '个工作日', naturalDay: '个自然日' } as const

function factsOf(version: ProgrammeVersion): Fact[] {
  const { eligibility, premium, inForceFrom, inForceTo, parameters } = version
  const of = (group: string, pairs: readonly (readonly [string, string])[]): Fact[] =>
    pairs.map(([label, value]) => ({ group, label, value }))
  return [
    ...of('基本', [
      ['谁能参加', `${eligibility.district}，满 ${eligibility.minAge} 周岁`],
      ['保障期间', `${printedDay(inForceFrom)}${inForceTo === null ? '起' : `至${printedDay(inForceTo)}`}`],
      ['每人每年保费', plainYuan(premium.perHeadFen)],
    ]),
    ...version.benefits.flatMap((benefit) => of(benefit.title, benefitFacts(benefit))),
    ...of(
      '不保什么',
      version.exclusions.map(({ title, effect }) => [title, effect === 'refuse' ? '不赔' : '一般不赔，由人认定']),
    ),
    ...of('约定', [
      ['交通意外去世的钱', parameters.stacking === 'add' ? '另外付' : '代替意外去世的钱'],
      ['去世和残疾限额', parameters.aggregate === 'perAccident' ? '每次意外' : '每个保单年度'],
      ['户口迁走以后', parameters.movingAway === 'endOfPolicyYear' ? '保到保单年度末' : '保到迁走当日'],
    ]),
    ...of(
      '服务承诺',
      version.promises.map(({ title, days, unit }) => [title, `${days} ${UNITS[unit]}`]),
    ),
  ]
}

function benefitFacts(benefit: Benefit): (readonly [string, string])[] {
  const days = (count: number): string => `${count} 天`
  switch (benefit.kind) {
    case 'lumpSum':
      return [
        ['付多少', plainYuan(benefit.sumFen)],
        ['意外后多少天以内', days(benefit.withinDays)],
        ['减去已付残疾金', benefit.deductsDisabilityPaid ? '要减' : '不减'],
      ]
    case 'scale':
      return [
        ['最多付', plainYuan(benefit.sumFen)],
        ['各级比例', benefit.percentByGrade.map((percent) => `${percent}%`).join('、')],
        ['意外后多少天以内', days(benefit.withinDays)],
      ]
    case 'perDiem':
      return [
        ['每天付', plainYuan(benefit.perDayFen)],
        ['医院', levelAndAbove(benefit.minHospitalLevel)],
        ['认可的医院也算', benefit.recognisedCounts ? '算' : '不算'],
        ['每次住院最多', days(benefit.maxDaysPerStay)],
        ['一年最多', `${days(benefit.maxDaysPerYear)}，${plainYuan(benefit.maxFenPerYear)}`],
      ]
    case 'transport':
      return [
        ...PAID_VEHICLES.map(
          (vehicle) => [VEHICLE_WORDS[vehicle], plainYuan(benefit.sumFenByVehicle[vehicle])] as const,
        ),
        ['意外后多少天以内', days(benefit.withinDays)],
      ]
    case 'reimbursement':
      return benefit.pricing === null
        ? [['付多少', '没有写明，由人认定']]
        : [
            ['免赔额', plainYuan(benefit.pricing.deductibleFen)],
            ['报销比例', `${benefit.pricing.ratioBps / 100}%`],
            ['最多付', plainYuan(benefit.pricing.limitFen)],
            ['先减医保报销', benefit.pricing.offsetsSocialInsurance ? '要减' : '不减'],
          ]
  }
}
