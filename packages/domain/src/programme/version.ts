/**
 * A programme version is data (PRG-01): benefits of known kinds with sums and limits, exclusions, document lists,
 * parameters, promises and examples, in force from–to, with the source clause of every number beside it.
 * A published version never changes; a claim is judged by the version in force on the accident date.
 */
import type { Day, Fen } from '../kernel/index.ts'

export const BENEFIT_CODES = ['death', 'disability', 'hospital_allowance', 'transport_death', 'medical'] as const
export type BenefitCode = (typeof BENEFIT_CODES)[number]

export const CLAIM_KINDS = ['death', 'disability', 'hospital', 'medical'] as const
export type ClaimKind = (typeof CLAIM_KINDS)[number]

/** Vehicle classes that carry a transport sum; 国铁/高铁, 网约车 and the driver himself are `undecided` (LAW §1.16). */
export const PAID_VEHICLES = ['commercialRoad', 'rail', 'ship', 'air'] as const
export type PaidVehicle = (typeof PAID_VEHICLES)[number]
export const VEHICLE_CLASSES = ['none', 'private', 'commercialRoad', 'rail', 'ship', 'air', 'undecided'] as const
export type VehicleClass = (typeof VEHICLE_CLASSES)[number]

/** Field of a rule → the clause it comes from, so that no number stands without its source. */
export type Sources = Readonly<Record<string, string>>

type BenefitBase = {
  readonly code: BenefitCode
  readonly title: string
  readonly claimKind: ClaimKind
  readonly sources: Sources
}

/** 身故: one sum if death follows within so many days; what was paid for disability of this accident is deducted. */
export type LumpSumBenefit = BenefitBase & {
  readonly kind: 'lumpSum'
  readonly sumFen: Fen
  readonly withinDays: number
  readonly deductsDisabilityPaid: boolean
}

/** 伤残: a sum times the percentage of the grade; `percentByGrade[0]` belongs to grade 1. */
export type ScaleBenefit = BenefitBase & {
  readonly kind: 'scale'
  readonly sumFen: Fen
  readonly withinDays: number
  readonly standard: string
  readonly percentByGrade: readonly number[]
  readonly equalMostSevereOneUp: boolean
}

/** 住院津贴: a sum a day, limited per stay and per year. */
export type PerDiemBenefit = BenefitBase & {
  readonly kind: 'perDiem'
  readonly perDayFen: Fen
  readonly minHospitalLevel: number
  readonly recognisedCounts: boolean
  readonly maxDaysPerStay: number
  readonly maxDaysPerYear: number
  readonly maxFenPerYear: Fen
}

/** 交通身故: a sum by class of the vehicle one was a passenger of. */
export type TransportBenefit = BenefitBase & {
  readonly kind: 'transport'
  readonly sumFenByVehicle: Readonly<Record<PaidVehicle, Fen>>
  readonly withinDays: number
}

/** 住院医疗: (cost − social insurance − deductible) × ratio, limited; `pricing: null` = typed but without figures. */
export type ReimbursementBenefit = BenefitBase & {
  readonly kind: 'reimbursement'
  readonly pricing: ReimbursementPricing | null
}
export type ReimbursementPricing = {
  readonly deductibleFen: Fen
  readonly ratioBps: number
  readonly limitFen: Fen
  readonly offsetsSocialInsurance: boolean
}

export type Benefit = LumpSumBenefit | ScaleBenefit | PerDiemBenefit | TransportBenefit | ReimbursementBenefit

/** `refuse`: the machine proposes refusal; `manual`: a person must look (lawful exceptions, official conclusions). */
export type ExclusionEffect = 'refuse' | 'manual'
export type Exclusion = {
  readonly code: string
  readonly title: string
  readonly effect: ExclusionEffect
  readonly appliesTo: readonly BenefitCode[]
  /** How it is proved that the exclusion was pointed out and explained (保险法 17). */
  readonly explanationProof: string
  readonly source: string
}

export type DocumentRule = {
  readonly code: string
  readonly title: string
  readonly required: boolean
  /** What is accepted instead, or which authority is asked, when the family cannot get the paper. */
  readonly substitute: string
}
/** Lists by the cause of the accident (PRG-03): what proves a traffic accident, what proves a falling object. */
export const CAUSE_LISTS = ['cause_traffic', 'cause_bump', 'cause_fall', 'cause_falling_object', 'cause_other'] as const
export type DocumentList = {
  /** Which cases the list is for: all, a kind of claim, a death in a vehicle, or a cause of accident. */
  readonly claimKind: ClaimKind | 'transport_death' | 'always' | (typeof CAUSE_LISTS)[number]
  readonly documents: readonly DocumentRule[]
  readonly source: string
}

export type Eligibility = {
  readonly minAge: number
  readonly district: string
  /** ID prefixes usual in the district; a hint for the importer, never a test of eligibility (LAW §1.14). */
  readonly usualIdPrefixes: readonly string[]
  readonly sources: Sources
}

export type Premium = { readonly perHeadFen: Fen; readonly plannedHeads: number; readonly sources: Sources }

/** Where the source is silent or ambiguous (LAW §1): the default that is shipped, shown, and can be configured. */
export type Parameters = {
  readonly stacking: 'add' | 'instead'
  readonly dischargeDayCounts: boolean
  readonly yearBasis: 'policyYear' | 'calendarYear'
  readonly aggregate: 'perAccident' | 'perPolicyYear'
  readonly movingAway: 'endOfPolicyYear' | 'dayOfMove'
  readonly joinerPremium: 'full' | 'proRata'
  readonly rosterMode: 'listed' | 'unlisted'
  readonly smallClaimFen: Fen
  readonly smallClaimIncludesLimit: boolean
  readonly reviewAndPayment: 'oneAfterTheOther' | 'inside'
  readonly payeeOnlyInsuredOrBeneficiary: boolean
  readonly sources: Sources
}

export type PromiseUnit = 'workingDay' | 'naturalDay'
export type PromiseSubject = 'decide' | 'refusalNotice' | 'pay' | 'certainPart'
export type ServicePromise = {
  readonly code: string
  readonly title: string
  readonly subject: PromiseSubject
  readonly days: number
  readonly unit: PromiseUnit
  /** The clock of law that rules when it ends earlier; a promise longer than the law needs one (SLA §1). */
  readonly cappedBy: string | null
  readonly source: string
}

/** Input of the adjudication door and what must come out; examples run as tests and in the linter. */
export type Example = {
  readonly name: string
  readonly input: unknown
  readonly expect: { readonly outcome: string; readonly payableFen: Fen; readonly reasons: readonly string[] }
}

export type ProgrammeVersion = {
  readonly programme: string
  readonly version: string
  readonly title: string
  readonly inForceFrom: Day
  readonly inForceTo: Day | null
  /** `MM-DD` of the first day of a policy year. */
  readonly policyYearStart: string
  readonly eligibility: Eligibility
  readonly premium: Premium
  readonly parameters: Parameters
  readonly benefits: readonly Benefit[]
  readonly exclusions: readonly Exclusion[]
  readonly documents: readonly DocumentList[]
  readonly promises: readonly ServicePromise[]
  /** Texts that are printed for customers; the linter reads them for unfair terms. */
  readonly notes: readonly string[]
  readonly examples: readonly Example[]
}

/** The version in force on a day, from versions of one programme; null if there is none. */
export function versionInForce(versions: readonly ProgrammeVersion[], on: Day): ProgrammeVersion | null {
  for (const version of versions) {
    if (version.inForceFrom <= on && (version.inForceTo === null || on <= version.inForceTo)) return version
  }
  return null
}
