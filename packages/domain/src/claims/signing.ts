/**
 * CLM-03: the application (理赔申请书) is signed on the screen, or by thumbprint before a witness who does not handle the
 * case; on paper it comes as a photo like any paper. Signing starts the legal clock as the paper does (保险法 22, 23). It
 * may be signed anew until the papers are complete; then it stands.
 */
import { ok, refuse, type Decision } from '../kernel/index.ts'
import type { ItemState } from './checklist.ts'
import type { Relation } from './words.ts'

export const SIGNING_WAYS = { screen: '屏幕签名', thumbprint: '按手印，有见证人' } as const
export type SigningWay = keyof typeof SIGNING_WAYS

export type Witness = {
  readonly name: string
  /** ID number or telephone: how the witness is found again. */
  readonly contact: string
  readonly relation: Relation
}
export type SigningFacts = {
  readonly way: SigningWay
  readonly pictures: number
  readonly relation: Relation
  readonly signerName: string
  readonly insuredName: string
  readonly insuredDied: boolean
  readonly witness: Witness | null
  /** Names of the staff who handle the case or record the signing. */
  readonly handlers: readonly string[]
  readonly application: ItemState | null
  readonly papersComplete: boolean
}

export function decideSigning(
  facts: SigningFacts,
): Decision<
  null,
  | 'signing.not_needed'
  | 'signing.stands'
  | 'signing.picture_missing'
  | 'signing.by_staff'
  | 'signing.not_the_insured'
  | 'signing.witness_missing'
  | 'signing.witness_handles_case'
> {
  const { application, witness } = facts
  if (application === null) return refuse('signing.not_needed')
  if (facts.papersComplete || application === 'accepted' || application === 'waived') return refuse('signing.stands')
  if (facts.pictures !== 1) return refuse('signing.picture_missing')
  if (facts.relation === 'staff') return refuse('signing.by_staff')
  if (facts.relation === 'self' && (facts.insuredDied || facts.signerName !== facts.insuredName))
    return refuse('signing.not_the_insured', { name: facts.insuredName })
  if (facts.way === 'screen') return ok(null)
  if (witness === null || witness.name === facts.signerName) return refuse('signing.witness_missing')
  return witness.relation === 'staff' || facts.handlers.includes(witness.name)
    ? refuse('signing.witness_handles_case')
    : ok(null)
}
