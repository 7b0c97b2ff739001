/**
 * CLM-11, 解释二 15: a letter has reached. The time is kept on the letter; for a request of supplements it stops the legal
 * clock, for a denial it is the notice the law wants within three days (保险法 24).
 */
import type { LineState } from '@anpei/domain/claims'
import { ok, refuse, type Decision, type Instant } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { letterContent, saveDelivery, type LetterRecord } from '../../notifications/index.ts'
import type { ClaimRecord } from '../store-claims.ts'
import type { SupplementRow } from '../papers/store-papers.ts'
import { saveSupplement } from '../papers/store-supplements.ts'

const DECISIONS: readonly string[] = ['payment_notice', 'denial_notice']
const NOT_PAID: readonly LineState[] = ['denied', 'not_applicable', 'withdrawn']

export type Handed = { readonly way: string; readonly proof: string; readonly deliveredAt: Instant | null }

export async function recordDelivery(
  tx: Tx,
  claim: ClaimRecord,
  letter: LetterRecord,
  supplement: SupplementRow | null,
  handed: Handed,
): Promise<Decision<Instant>> {
  const at = handed.deliveredAt ?? tx.now
  if (at > tx.now) return refuse('letter.delivered_in_future')
  if (at < letter.issuedAt) return refuse('letter.delivered_before_issue')
  const delivery = { way: handed.way, proof: handed.proof, recordedBy: tx.actor.id }
  if (!(await saveDelivery(tx.db, tx.actor.tenantId, letter.id, at, delivery)))
    return refuse('letter.delivered_already')
  const about = { subject: { kind: 'claim', id: claim.id }, personId: claim.personId, at } as const
  tx.record({
    name: 'claim.letter_delivered',
    ...about,
    facts: { letterId: letter.id, kind: letter.kind, way: handed.way },
  })
  // A partly paid claim tells its denial in the payment notice: what names remedies there is a denial.
  if (DECISIONS.includes(letter.kind) && letterContent(tx.vault, letter).remedies.length > 0) {
    const partial = claim.lines.some((line) => !NOT_PAID.includes(line.state))
    tx.record({ name: 'claim.denial_notified', ...about, facts: { letterId: letter.id, partial } })
  }
  if (supplement && supplement.deliveredAt === null) {
    await saveSupplement(tx.db, tx.actor.tenantId, supplement.id, { deliveredAt: at })
    // Nobody waits any more for what had come before: such a delivery takes nothing out of the legal time.
    if (supplement.arrivedAt === null || at < supplement.arrivedAt)
      tx.record({ name: 'claim.supplement_delivered', ...about, facts: { requestNo: supplement.requestNo } })
  }
  return ok(at)
}
