/**
 * What the calculation is asked and what it answers. A case is one claim of one person for one kind of benefit with
 * everything established so far; the answer carries the sums, the reasons and the whole working (CLM-09).
 */
import type { Day, Facts, Fen } from '../kernel/index.ts'
import type { HospitalOnDay } from './hospital.ts'
import type { ReasonCode } from './reasons.ts'
import type { BenefitCode, ClaimKind, VehicleClass } from './version.ts'

/** Both ends inclusive; `to: null` = no end known. */
export type CoverSpan = { readonly from: Day; readonly to: Day | null }
/** Both ends inclusive. */
export type DayRange = { readonly from: Day; readonly to: Day }

/** PRG-03: external, sudden, unintended, not a disease. An unanswered question speaks against nobody. */
export const ACCIDENT_QUESTIONS = ['external', 'sudden', 'unintended', 'nonDisease'] as const
export type AccidentQuestion = (typeof ACCIDENT_QUESTIONS)[number]
export type AccidentAnswer = 'yes' | 'no' | 'partly'
export type AccidentAnswers = { readonly [Q in AccidentQuestion]?: AccidentAnswer }

export type Stay = {
  readonly admittedOn: Day
  readonly dischargedOn: Day
  /** null = not known; then only `recognised` can make the stay count. */
  readonly hospitalLevel: 1 | 2 | 3 | null
  readonly recognised: boolean
  readonly hospital?: string
  /** What the register said of the day of admission, and why a person differed (CLM-08). */
  readonly register?: HospitalOnDay | null
  readonly levelReason?: string
}

export type Disability = {
  /** Item of the standard, for instance `7.3-09`; either it or the grade must be known. */
  readonly item: string | null
  readonly grade: number | null
  readonly part: string
  readonly nature: string | null
  readonly assessedOn: Day
}

export type Expense = { readonly amountFen: Fen; readonly socialInsuranceFen: Fen }

export type History = {
  /** Days for which the allowance was paid before, in any claim. */
  readonly allowanceDays: readonly DayRange[]
  /** Paid for disability of this accident (or of the policy year, by the parameter `aggregate`). */
  readonly disabilityPaidFen: Fen
  readonly medicalPaidFen: Fen
}

export type AdjudicationCase = {
  readonly kind: ClaimKind
  readonly accidentOn: Day
  readonly cover: readonly CoverSpan[]
  readonly birthOn: Day | null
  readonly vehicle: VehicleClass
  readonly deathOn: Day | null
  readonly exclusions: readonly string[]
  readonly accidentTest: AccidentAnswers
  /** null = nothing was said about stays, which is not the same as no stay. */
  readonly stays: readonly Stay[] | null
  readonly disabilities: readonly Disability[] | null
  readonly expenses: readonly Expense[]
  readonly history: History
}

/** One step of the working: a code of the wording catalogue and its facts, JSON-safe, rendered when needed. */
export type WorkingStep = { readonly code: string; readonly facts: Facts }

export type AdjudicationLine = {
  readonly benefit: BenefitCode
  readonly payableFen: Fen
  readonly days?: number
  readonly percent?: number
  readonly working: readonly WorkingStep[]
}

/** `refuse` is a proposal to a person, never a decision (CLM-08); `manual` = a person must judge. */
export type Outcome = 'pay' | 'refuse' | 'manual'

export type Adjudication = {
  readonly outcome: Outcome
  readonly payableFen: Fen
  readonly lines: readonly AdjudicationLine[]
  readonly reasons: readonly ReasonCode[]
  readonly working: readonly WorkingStep[]
  /** The version it was judged by, for recomputing years later. */
  readonly programme: string
  readonly version: string
}

/** What one benefit answers: a line, nothing with reasons, or a question for a person. */
export type BenefitJudgement =
  | { readonly outcome: 'pay'; readonly line: AdjudicationLine; readonly notes: readonly ReasonCode[] }
  | { readonly outcome: 'nothing'; readonly reasons: readonly ReasonCode[]; readonly working: readonly WorkingStep[] }
  | { readonly outcome: 'manual'; readonly reasons: readonly ReasonCode[]; readonly working: readonly WorkingStep[] }
