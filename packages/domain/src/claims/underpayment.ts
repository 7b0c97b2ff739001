/**
 * The under-payment sweep (CLM-16): what every line of a decided claim is worth by the rules and the roster of its
 * day as
 * now known, against what was given for it; money still owed, and why it was missed. What a person had to judge is left
 * to people: only what the calculation alone decides is found, so that nothing is found that is not owed.
 */
import type { Day, Fen } from '../kernel/index.ts'
import type { ClaimKind, Outcome, Standards, VehicleClass } from '../programme/index.ts'
import { PAID_VEHICLES } from '../programme/index.ts'
import type { AssessmentFacts } from './assess.ts'
import type { LineState } from './lifecycles.ts'

export const UNDERPAYMENT_CAUSES = {
  late_cover: '决定时花名册上没有保障，现已补登',
  wrong_version: '没有按出险日有效的方案版本计算',
  second_cover: '还有另一份保障没有立案',
  transport_missed: '漏了交通意外身故保险金',
  grade_disagrees: '伤残等级与评定条目不一致',
  denied_though_covered: '属于保障范围却不予给付',
  level_corrected: '医院等级其后更正',
  not_asked: '事实已知，却没有作为给付项提出',
  left_undecided: '案件了结时这一项没有决定',
  payment_failed: '付款失败后没有重新付款',
  limit_released: '当时占用的额度或扣减现已释放',
  days_unpaid: '有应付的住院日没有付',
  sum_unpaid: '付的金额少于计算结果',
  declined_though_covered: '当时因没有保障不予立案，现已查明有保障',
} as const
export type UnderpaymentCause = keyof typeof UNDERPAYMENT_CAUSES

export type GivenLine = {
  readonly benefit: string
  readonly state: LineState
  /** Paid, on its way, or waiting to be paid. */
  readonly givenFen: Fen
  /** Failed and not issued again. */
  readonly failedFen: Fen
}

export type SweptClaim = {
  readonly lines: readonly GivenLine[]
  /** Benefit → what it is worth now, and whether the calculation alone says so. */
  readonly due: ReadonlyMap<string, { readonly dueFen: Fen; readonly outcome: Outcome }>
  /** Kinds the claim was opened for. */
  readonly kindOf: (benefit: string) => ClaimKind | undefined
  readonly kinds: readonly ClaimKind[]
  readonly wasCovered: boolean
  readonly rightVersion: boolean
  /** The stated grade contradicted the item and was replaced by it. */
  readonly gradeCorrected: boolean
  readonly transportAdded: boolean
  /** The register of hospitals says otherwise of the day of admission than it did then. */
  readonly levelCorrected: boolean
  /** Days or sums of other claims counted then that are not booked now. */
  readonly usageReleased: boolean
}

export type Underpayment = {
  readonly benefit: string
  readonly dueFen: Fen
  readonly givenFen: Fen
  readonly owedFen: Fen
  readonly causes: readonly UnderpaymentCause[]
}

/** Disability and death share one sum for an accident: more of the one means less of the other. */
const ONE_SUM: readonly string[] = ['disability', 'death']

export function underpaymentsOf(claim: SweptClaim): Underpayment[] {
  const found: Underpayment[] = []
  let sharedFen = sharedShortage(claim)
  for (const [benefit, { dueFen, outcome }] of claim.due) {
    const line = claim.lines.find((one) => one.benefit === benefit)
    if (outcome === 'manual' || line?.state === 'withdrawn') continue
    const givenFen = line?.givenFen ?? 0n
    let owedFen = dueFen - givenFen
    if (ONE_SUM.includes(benefit) && owedFen > 0n) {
      if (owedFen > sharedFen) owedFen = sharedFen
      sharedFen -= owedFen
    }
    if (owedFen > 0n) found.push({ benefit, dueFen, givenFen, owedFen, causes: causesOf(claim, benefit, line) })
  }
  return found
}

function sharedShortage(claim: SweptClaim): Fen {
  let shortage = 0n
  for (const benefit of ONE_SUM) {
    const due = claim.due.get(benefit)
    if (due?.outcome === 'manual') continue
    shortage += (due?.dueFen ?? 0n) - (claim.lines.find((line) => line.benefit === benefit)?.givenFen ?? 0n)
  }
  return shortage > 0n ? shortage : 0n
}

function causesOf(claim: SweptClaim, benefit: string, line: GivenLine | undefined): UnderpaymentCause[] {
  const causes: UnderpaymentCause[] = []
  const kind = claim.kindOf(benefit)
  if (!claim.wasCovered) causes.push('late_cover')
  if (!claim.rightVersion) causes.push('wrong_version')
  if (benefit === 'disability' && claim.gradeCorrected) causes.push('grade_disagrees')
  if (benefit === 'hospital_allowance' && claim.levelCorrected) causes.push('level_corrected')
  if (benefit === 'transport_death' && (claim.transportAdded || !line)) causes.push('transport_missed')
  else if (!line || (kind !== undefined && !claim.kinds.includes(kind))) causes.push('not_asked')
  if (line && (line.state === 'open' || line.state === 'proposed')) causes.push('left_undecided')
  if (line && line.failedFen > 0n) causes.push('payment_failed')
  if (causes.length > 0) return causes
  if (claim.usageReleased) return ['limit_released']
  if (line?.state === 'denied') return ['denied_though_covered']
  return [benefit === 'hospital_allowance' ? 'days_unpaid' : 'sum_unpaid']
}

export type KnownFacts = {
  readonly facts: AssessmentFacts
  readonly kinds: readonly ClaimKind[]
  readonly gradeCorrected: boolean
  readonly transportAdded: boolean
}

/**
 * The facts of the assessment as they must be read now: an item of the standard rules over a grade typed beside it; a
 * commercial vehicle that was told and never judged away counts; what is known counts even if nobody asked for it.
 */
export function factsAsKnown(
  facts: AssessmentFacts & { readonly vehicleEvidence: string },
  told: { readonly vehicle: VehicleClass; readonly kinds: readonly ClaimKind[] },
  standards: Standards,
): KnownFacts {
  const items = [...standards.values()]
  let gradeCorrected = false
  const disabilities = facts.disabilities.map((one) => {
    const item =
      one.item === null
        ? undefined
        : items.map((standard) => standard.items.get(one.item ?? '')).find((known) => known !== undefined)
    if (!item || one.grade === null || one.grade === item.grade) return one
    gradeCorrected = true
    return { ...one, grade: null }
  })
  const transportAdded =
    facts.vehicle === 'none' &&
    facts.vehicleEvidence === '' &&
    PAID_VEHICLES.some((vehicle) => vehicle === told.vehicle)
  const kinds = new Set(told.kinds)
  if (facts.deathOn !== null) kinds.add('death')
  if (facts.stays.length > 0) kinds.add('hospital')
  if (facts.disabilities.length > 0) kinds.add('disability')
  return {
    facts: { ...facts, disabilities, ...(transportAdded ? { vehicle: told.vehicle } : {}) },
    kinds: [...kinds],
    gradeCorrected,
    transportAdded,
  }
}

export function coveredOn(cover: readonly { readonly from: Day; readonly to: Day | null }[], on: Day): boolean {
  return cover.some((span) => span.from <= on && (span.to === null || on <= span.to))
}
