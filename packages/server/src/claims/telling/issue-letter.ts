/**
 * CLM-11: a letter of a claim, built from the case and a template, numbered and kept sealed, in the transaction of what
 * it tells. What stands in its way (a denial without a reason, a sum that does not add up) refuses the act itself.
 */
import type { Decision } from '@anpei/domain/kernel'
import { ok } from '@anpei/domain/kernel'
import {
  buildLetter,
  type AuthorityRequestFacts,
  type DelayNoticeFacts,
  type DenialNoticeFacts,
  type LetterCase,
  type LetterFacts,
  type PaymentNoticeFacts,
  type ReconsiderationAnswerFacts,
  type RecoveryNoticeFacts,
  type SupplementNoticeFacts,
} from '@anpei/domain/notifications'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { activeLetter, insertLetter } from '../../notifications/index.ts'
import { letterCase } from './letter-case.ts'
import type { ClaimRecord } from '../store-claims.ts'

/** What the kind of letter says beside the case itself. */
export type LetterPart =
  | Omit<PaymentNoticeFacts, keyof LetterCase>
  | Omit<DenialNoticeFacts, keyof LetterCase>
  | Omit<SupplementNoticeFacts, keyof LetterCase>
  | Omit<DelayNoticeFacts, keyof LetterCase>
  | Omit<RecoveryNoticeFacts, keyof LetterCase>
  | Omit<ReconsiderationAnswerFacts, keyof LetterCase>
  // An office has no form of address of a person.
  | Omit<AuthorityRequestFacts, Exclude<keyof LetterCase, 'recipientName' | 'recipientHonorific'>>
export type IssuedLetter = { readonly id: string; readonly letterNo: string }

/** `saying` may still be on its way: the case is read meanwhile. */
export async function issueLetter(
  tx: Tx,
  claim: ClaimRecord,
  saying: LetterPart | Promise<LetterPart>,
): Promise<Decision<IssuedLetter>> {
  const letterNo = await tx.app.numbers.draw(tx.db, 'letter', tx.now)
  const [{ about, largeType }, part] = await Promise.all([letterCase(tx, claim, letterNo), saying])
  const facts: LetterFacts = { ...about, ...part }
  const content = buildLetter(facts, await activeLetter(tx, part.kind))
  if (!content.ok) return content
  // An office gets letters as everybody does.
  const large = largeType && part.kind !== 'authority_request'
  const id = newId()
  const letter = {
    id,
    letterNo,
    kind: part.kind,
    subject: { kind: 'claim', id: claim.id },
    personId: claim.personId,
    content: large ? { ...content.value, largeType } : content.value,
    issuedBy: tx.actor.kind === 'staff' ? tx.actor.id : null,
  }
  tx.later(insertLetter(tx.db, tx.actor.tenantId, tx.vault, tx.now, letter))
  tx.record({
    name: 'claim.letter_issued',
    subject: { kind: 'claim', id: claim.id },
    personId: claim.personId,
    facts: { letterId: id, letterNo, kind: part.kind },
  })
  return ok({ id, letterNo })
}
