/**
 * SRV-07: what makes an introduction a record that holds. Explained: one of the products compared, with what is
 * covered, what is not, and the limits (保险法 17, 解释二 9–13: the proof that they were pointed out). Confirmed: by the
 * customer, or a guardian or proxy on a named basis, each binding section said to be understood, with a signature, a
 * thumbprint before a witness who explained nothing, or a recording. An application form follows only a confirmed
 * introduction and a written recommendation; against the recommendation only where the customer's own reason is
 * written down.
 */
import { ok, refuse, type Day, type Decision } from '../kernel/index.ts'
import { MUST_EXPLAIN } from './introduction-sheet.ts'
import {
  SHEET_SECTIONS,
  type Confirmer,
  type ConfirmationWay,
  type HandingWay,
  type SheetSectionCode,
} from './introduction-words.ts'

export function decideExplanation(
  compared: readonly string[],
  versionId: string,
  sections: readonly SheetSectionCode[],
): Decision<null, 'introduction.not_compared' | 'introduction.section_missing'> {
  if (!compared.includes(versionId)) return refuse('introduction.not_compared')
  return allSections(sections)
}

function allSections(sections: readonly SheetSectionCode[]): Decision<null, 'introduction.section_missing'> {
  const missing = MUST_EXPLAIN.filter((code) => !sections.includes(code))
  return missing.length === 0
    ? ok(null)
    : refuse('introduction.section_missing', { sections: missing.map((code) => SHEET_SECTIONS[code]).join('、') })
}

export type Witness = { readonly name: string; readonly contact: string }
export type ConfirmationFacts = {
  readonly way: ConfirmationWay
  readonly signer: Confirmer
  readonly signerName: string
  readonly customerName: string
  readonly lacksCapacity: boolean
  /** On what a guardian or proxy stands. */
  readonly basis: string
  readonly understood: readonly SheetSectionCode[]
  readonly pictures: number
  readonly recordings: number
  readonly witness: Witness | null
  /** Names of those who explained and who record the confirmation. */
  readonly staff: readonly string[]
}

export function decideConfirmation(
  facts: ConfirmationFacts,
): Decision<
  null,
  | 'introduction.section_missing'
  | 'introduction.not_the_customer'
  | 'introduction.guardian_needed'
  | 'introduction.basis_missing'
  | 'introduction.picture_missing'
  | 'introduction.recording_missing'
  | 'introduction.witness_missing'
> {
  const { way, signer, signerName, witness } = facts
  const sections = allSections(facts.understood)
  if (!sections.ok) return sections
  if (signer === 'self' && signerName !== facts.customerName)
    return refuse('introduction.not_the_customer', { name: facts.customerName })
  if (facts.lacksCapacity && signer !== 'guardian') return refuse('introduction.guardian_needed')
  if (signer !== 'self' && facts.basis === '') return refuse('introduction.basis_missing')
  if (way === 'voice' || way === 'video')
    return facts.recordings > 0 ? ok(null) : refuse('introduction.recording_missing')
  if (facts.pictures !== 1) return refuse('introduction.picture_missing')
  if (way === 'screen') return ok(null)
  const foreign = witness !== null && witness.name !== signerName && !facts.staff.includes(witness.name)
  return foreign ? ok(null) : refuse('introduction.witness_missing')
}

export type ApplicationFacts = {
  readonly recommended: { readonly versionId: string | null } | null
  readonly explained: string
  /** Why the customer wants it against the recommendation; empty = not against it. */
  readonly ownWish: string
  /** The last day of the product; null = open. */
  readonly lastDay: Day | null
  readonly today: Day
  readonly pictures: number
}

export function decideApplication(
  facts: ApplicationFacts,
): Decision<
  null,
  | 'introduction.not_recommended_yet'
  | 'introduction.own_wish_missing'
  | 'introduction.product_over'
  | 'introduction.picture_missing'
> {
  if (facts.lastDay !== null && facts.lastDay < facts.today) return refuse('introduction.product_over')
  if (facts.recommended === null) return refuse('introduction.not_recommended_yet')
  if (facts.recommended.versionId !== facts.explained && facts.ownWish === '')
    return refuse('introduction.own_wish_missing')
  return facts.pictures === 1 ? ok(null) : refuse('introduction.picture_missing')
}

/** An enrolment is answered by its own decision; the core system's answer is written down (and needs a reference). */
export function decideAnswer(
  handedBy: HandingWay | null,
  answer: { readonly accepted: boolean; readonly reference: string },
): Decision<null, 'introduction.answered_elsewhere' | 'introduction.reference_missing'> {
  if (handedBy !== 'core') return refuse('introduction.answered_elsewhere')
  return answer.accepted && answer.reference === '' ? refuse('introduction.reference_missing') : ok(null)
}
