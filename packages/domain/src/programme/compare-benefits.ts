/** The benefits of two versions compared, number by number, from the insured person's side (PRG-08). */
import { formatYuan } from '../kernel/index.ts'
import type {
  Benefit,
  LumpSumBenefit,
  PerDiemBenefit,
  ReimbursementBenefit,
  ScaleBenefit,
  TransportBenefit,
} from './version.ts'
import { PAID_VEHICLES } from './version.ts'

export type Change = {
  readonly title: string
  readonly before: string
  readonly after: string
  readonly effect: 'better' | 'worse' | 'neutral'
}

/** Null where nothing differs. */
export function difference(title: string, before: string, after: string, effect: Change['effect']): Change | null {
  return before === after ? null : { title, before, after, effect }
}

/** A number that is the better the greater it is. */
export function grow<N extends number | bigint>(
  title: string,
  before: N,
  after: N,
  show: (value: N) => string,
): Change | null {
  return before === after ? null : difference(title, show(before), show(after), after > before ? 'better' : 'worse')
}

/** A number that is the better the smaller it is. */
export function shrink<N extends number | bigint>(
  title: string,
  before: N,
  after: N,
  show: (value: N) => string,
): Change | null {
  return before === after ? null : difference(title, show(before), show(after), after < before ? 'better' : 'worse')
}

export function flag(title: string, before: boolean, after: boolean, good: boolean): Change | null {
  const text = (value: boolean): string => (value ? '是' : '否')
  return difference(title, text(before), text(after), after === good ? 'better' : 'worse')
}

export function benefitDifferences(before: readonly Benefit[], after: readonly Benefit[]): (Change | null)[] {
  const gone = before.filter((old) => !after.some((one) => one.code === old.code))
  return [
    ...after.flatMap((next) => {
      const old = before.find((one) => one.code === next.code)
      if (!old) return [difference(next.title, '没有', '有', 'better')]
      if (old.kind !== next.kind) return [difference(next.title, KINDS[old.kind], KINDS[next.kind], 'neutral')]
      return [difference('责任名称', old.title, next.title, 'neutral'), ...within(old, next)]
    }),
    ...gone.map((old) => difference(old.title, '有', '没有', 'worse')),
  ]
}

const KINDS: Readonly<Record<Benefit['kind'], string>> = {
  lumpSum: '一次给付',
  scale: '按比例',
  perDiem: '按日津贴',
  transport: '按交通工具',
  reimbursement: '费用补偿',
}
const days = (value: number): string => `${value} 天`

function within(old: Benefit, next: Benefit): (Change | null)[] {
  if (old.kind === 'lumpSum' && next.kind === 'lumpSum') return lumpSum(old, next)
  if (old.kind === 'scale' && next.kind === 'scale') return scale(old, next)
  if (old.kind === 'perDiem' && next.kind === 'perDiem') return perDiem(old, next)
  if (old.kind === 'transport' && next.kind === 'transport') return transport(old, next)
  if (old.kind === 'reimbursement' && next.kind === 'reimbursement') return reimbursement(old, next)
  return []
}

function lumpSum(old: LumpSumBenefit, next: LumpSumBenefit): (Change | null)[] {
  const { title } = next
  return [
    grow(`${title}：保险金额`, old.sumFen, next.sumFen, formatYuan),
    grow(`${title}：事故后期限`, old.withinDays, next.withinDays, days),
    flag(`${title}：扣除已付伤残金`, old.deductsDisabilityPaid, next.deductsDisabilityPaid, false),
  ]
}

function scale(old: ScaleBenefit, next: ScaleBenefit): (Change | null)[] {
  const { title } = next
  return [
    grow(`${title}：保险金额`, old.sumFen, next.sumFen, formatYuan),
    grow(`${title}：事故后期限`, old.withinDays, next.withinDays, days),
    difference(`${title}：评定标准`, old.standard, next.standard, 'neutral'),
    flag(`${title}：多处同为最重升一级`, old.equalMostSevereOneUp, next.equalMostSevereOneUp, true),
    ...next.percentByGrade.map((percent, index) =>
      grow(`${title}：${index + 1} 级比例`, old.percentByGrade[index] ?? 0, percent, (value) => `${value}%`),
    ),
  ]
}

function perDiem(old: PerDiemBenefit, next: PerDiemBenefit): (Change | null)[] {
  const { title } = next
  return [
    grow(`${title}：每天`, old.perDayFen, next.perDayFen, formatYuan),
    shrink(`${title}：医院等级不低于`, old.minHospitalLevel, next.minHospitalLevel, levelWord),
    flag(`${title}：公司认可的医院也算`, old.recognisedCounts, next.recognisedCounts, true),
    grow(`${title}：每次住院上限`, old.maxDaysPerStay, next.maxDaysPerStay, days),
    grow(`${title}：全年天数上限`, old.maxDaysPerYear, next.maxDaysPerYear, days),
    grow(`${title}：全年金额上限`, old.maxFenPerYear, next.maxFenPerYear, formatYuan),
  ]
}

function levelWord(level: number): string {
  return ['一级', '二级', '三级'][level - 1] ?? '未定级'
}

export const VEHICLE_WORDS = {
  commercialRoad: '营运类机动车',
  rail: '轨道交通',
  ship: '营运类轮船',
  air: '航空',
} as const

function transport(old: TransportBenefit, next: TransportBenefit): (Change | null)[] {
  const { title } = next
  return [
    ...PAID_VEHICLES.map((vehicle) =>
      grow(
        `${title}：${VEHICLE_WORDS[vehicle]}`,
        old.sumFenByVehicle[vehicle],
        next.sumFenByVehicle[vehicle],
        formatYuan,
      ),
    ),
    grow(`${title}：事故后期限`, old.withinDays, next.withinDays, days),
  ]
}

function reimbursement(old: ReimbursementBenefit, next: ReimbursementBenefit): (Change | null)[] {
  const { title } = next
  if (!old.pricing || !next.pricing) {
    const text = (priced: boolean): string => (priced ? '有免赔额、比例和限额' : '由人工认定')
    return [difference(title, text(old.pricing !== null), text(next.pricing !== null), 'neutral')]
  }
  const [was, is] = [old.pricing, next.pricing]
  return [
    shrink(`${title}：免赔额`, was.deductibleFen, is.deductibleFen, formatYuan),
    grow(`${title}：给付比例`, was.ratioBps, is.ratioBps, (bps) => `${bps / 100}%`),
    grow(`${title}：限额`, was.limitFen, is.limitFen, formatYuan),
    flag(`${title}：扣除社保报销`, was.offsetsSocialInsurance, is.offsetsSocialInsurance, false),
  ]
}
