/** What is being filled in about liability, and when it is complete enough to calculate (CLM-08, CLM-09). */
import { AssessmentInput, type ClaimView } from '@anpei/contract/claims'
import { unprovedAnswers, type Unproved } from '@anpei/domain/claims'
import { isDay } from '@anpei/domain/kernel'
import {
  ACCIDENT_QUESTIONS,
  type AccidentAnswer,
  type AccidentQuestion,
  type VehicleClass,
} from '@anpei/domain/programme'

export type AnswerDraft = { readonly answer: AccidentAnswer | null; readonly evidence: string }
export type StayDraft = {
  readonly hospital: string
  readonly admittedOn: string
  readonly dischargedOn: string
  readonly hospitalLevel: 1 | 2 | 3 | null
  readonly recognised: boolean
  /** In the register of hospitals. */
  readonly hospitalId: string | null
  readonly levelReason: string
}
export type DisabilityDraft = {
  readonly item: string | null
  readonly grade: number | null
  readonly part: string
  readonly nature: string
  readonly assessedOn: string
}
export type AssessmentDraft = {
  readonly answers: Readonly<Record<AccidentQuestion, AnswerDraft>>
  readonly exclusions: readonly string[]
  readonly exclusionEvidence: Readonly<Record<string, string>>
  readonly vehicle: VehicleClass
  readonly vehicleEvidence: string
  readonly deathOn: string
  readonly stays: readonly StayDraft[]
  readonly disabilities: readonly DisabilityDraft[]
}

const unanswered: AnswerDraft = { answer: null, evidence: '' }
export const emptyStay: StayDraft = {
  hospital: '',
  admittedOn: '',
  dischargedOn: '',
  hospitalLevel: null,
  recognised: false,
  hospitalId: null,
  levelReason: '',
}
export const emptyDisability: DisabilityDraft = { item: null, grade: null, part: '', nature: '', assessedOn: '' }

/** Begins with the last assessment, or with what the report told; nothing about the accident test is presumed. */
export function draftOf(claim: Pick<ClaimView, 'assessment' | 'accident' | 'vehicle' | 'kinds'>): AssessmentDraft {
  const { assessment, accident } = claim
  if (assessment) return draftOfInput(assessment.input)
  return {
    answers: { external: unanswered, sudden: unanswered, unintended: unanswered, nonDisease: unanswered },
    exclusions: [],
    exclusionEvidence: {},
    vehicle: claim.vehicle,
    vehicleEvidence: '',
    deathOn: accident.diedOn ?? '',
    stays: claim.kinds.includes('hospital') ? [{ ...emptyStay, hospital: accident.hospital }] : [],
    disabilities: claim.kinds.includes('disability') ? [emptyDisability] : [],
  }
}

function draftOfInput(input: AssessmentInput): AssessmentDraft {
  const { accidentTest: test } = input
  const one = (question: AccidentQuestion): AnswerDraft => ({
    answer: test[question],
    evidence: test.evidence[question],
  })
  return {
    answers: {
      external: one('external'),
      sudden: one('sudden'),
      unintended: one('unintended'),
      nonDisease: one('nonDisease'),
    },
    exclusions: input.exclusions,
    exclusionEvidence: input.exclusionEvidence,
    vehicle: input.vehicle,
    vehicleEvidence: input.vehicleEvidence,
    deathOn: input.deathOn ?? '',
    stays: input.stays.map(({ register: _, ...stay }) => stay),
    disabilities: input.disabilities.map((item) => ({ ...item, nature: item.nature ?? '' })),
  }
}

/** The answers that have no evidence yet; it is shown beside each, and a proposal waits for it (PRG-03). */
export function unprovedIn(draft: AssessmentDraft): Unproved[] {
  const { external, sudden, unintended, nonDisease } = draft.answers
  const evidence = {
    external: external.evidence,
    sudden: sudden.evidence,
    unintended: unintended.evidence,
    nonDisease: nonDisease.evidence,
  }
  return unprovedAnswers({ ...draft, accidentTest: { evidence } })
}

/** The titles of the papers on file, offered as evidence. */
export function papersOnFile(claim: Pick<ClaimView, 'documents'>): string[] {
  return claim.documents.filter((item) => item.papers.length > 0).map((item) => item.title)
}

/** One paper for every answer that has no evidence yet. */
export function provedBy(draft: AssessmentDraft, paper: string): Partial<AssessmentDraft> {
  const { external, sudden, unintended, nonDisease } = draft.answers
  const filled = (one: AnswerDraft): AnswerDraft => (one.evidence.trim() === '' ? { ...one, evidence: paper } : one)
  return {
    answers: {
      external: filled(external),
      sudden: filled(sudden),
      unintended: filled(unintended),
      nonDisease: filled(nonDisease),
    },
  }
}

export type DraftReading =
  | { readonly ready: true; readonly input: AssessmentInput }
  | { readonly ready: false; readonly missing: readonly string[] }

/** The input of the calculation, or what is still missing, in words. Whether it contradicts itself, the server says. */
export function inputOf(draft: AssessmentDraft): DraftReading {
  const { external, sudden, unintended, nonDisease } = draft.answers
  const missing = missingOf(draft)
  if (
    external.answer === null ||
    sudden.answer === null ||
    unintended.answer === null ||
    nonDisease.answer === null ||
    missing.length > 0
  ) {
    return { ready: false, missing }
  }
  const parsed = AssessmentInput.safeParse({
    accidentTest: {
      external: external.answer,
      sudden: sudden.answer,
      unintended: unintended.answer,
      nonDisease: nonDisease.answer,
      evidence: {
        external: external.evidence,
        sudden: sudden.evidence,
        unintended: unintended.evidence,
        nonDisease: nonDisease.evidence,
      },
    },
    exclusions: draft.exclusions,
    // Only of what is raised: a tick taken away takes its evidence along.
    exclusionEvidence: Object.fromEntries(draft.exclusions.map((code) => [code, draft.exclusionEvidence[code] ?? ''])),
    vehicle: draft.vehicle,
    vehicleEvidence: draft.vehicleEvidence,
    deathOn: draft.deathOn || null,
    stays: draft.stays,
    disabilities: draft.disabilities.map((item) => ({ ...item, nature: item.nature || null })),
  })
  if (parsed.success) return { ready: true, input: parsed.data }
  return { ready: false, missing: parsed.error.issues.map((issue) => issue.message) }
}

function missingOf(draft: AssessmentDraft): string[] {
  const missing: string[] = []
  const open = ACCIDENT_QUESTIONS.filter((question) => draft.answers[question].answer === null).length
  if (open > 0) missing.push(`意外认定还有 ${open} 问没有回答`)
  draft.stays.forEach((stay, index) => {
    if (!isDay(stay.admittedOn) || !isDay(stay.dischargedOn)) missing.push(`第 ${index + 1} 次住院缺少入院或出院日期`)
  })
  draft.disabilities.forEach((one, index) => {
    if (!isDay(one.assessedOn)) missing.push(`第 ${index + 1} 项伤残缺少评定日期`)
    if (one.part.trim() === '') missing.push(`第 ${index + 1} 项伤残缺少部位`)
  })
  return missing
}
