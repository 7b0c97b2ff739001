/**
 * PRG-03, CLM-08: what is put forward for a decision stands on evidence: each of the four answers of the accident test
 * (外来的、突发的、非本意的、非疾病的), each exclusion raised, and the class of a vehicle, with a paper of the case or in
 * words. A draft may be saved without. Source: 采购方案·理赔材料；保险法 22 (性质、原因、损失程度的证明).
 */
import { ACCIDENT_QUESTIONS, type AccidentQuestion, type VehicleClass } from '../programme/index.ts'

export const QUESTION_WORDS: Readonly<Record<AccidentQuestion, string>> = {
  external: '外来的',
  sudden: '突发的',
  unintended: '非本意的',
  nonDisease: '非疾病的',
}

export type Established = {
  readonly accidentTest: { readonly evidence: Readonly<Record<AccidentQuestion, string>> }
  readonly exclusions: readonly string[]
  readonly exclusionEvidence: { readonly [code: string]: string | undefined }
  readonly vehicle: VehicleClass
  readonly vehicleEvidence: string
}
export type Unproved =
  | { readonly about: 'question'; readonly question: AccidentQuestion }
  | { readonly about: 'exclusion'; readonly code: string }
  | { readonly about: 'vehicle' }

export function unprovedAnswers(facts: Established): Unproved[] {
  const { evidence } = facts.accidentTest
  return [
    ...ACCIDENT_QUESTIONS.filter((question) => isEmpty(evidence[question])).map(
      (question): Unproved => ({ about: 'question', question }),
    ),
    ...facts.exclusions
      .filter((code) => isEmpty(facts.exclusionEvidence[code]))
      .map((code): Unproved => ({ about: 'exclusion', code })),
    ...(facts.vehicle !== 'none' && isEmpty(facts.vehicleEvidence) ? [{ about: 'vehicle' } as const] : []),
  ]
}

/** In words; exclusions by their titles in the programme. */
export function unprovedTitles(
  unproved: readonly Unproved[],
  exclusions: readonly { readonly code: string; readonly title: string }[],
): string[] {
  return unproved.map((one) => {
    switch (one.about) {
      case 'question':
        return QUESTION_WORDS[one.question]
      case 'exclusion':
        return `责任免除“${exclusions.find((known) => known.code === one.code)?.title ?? one.code}”`
      case 'vehicle':
        return '乘坐的交通工具'
    }
  })
}

function isEmpty(text: string | undefined): boolean {
  return text === undefined || text.trim() === ''
}
