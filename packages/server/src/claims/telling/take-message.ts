/** CLM-20: a message of the family is kept with its case, until it is answered; so many at a time and no more. */
import { ok, refuse, type Decision, type Instant } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { lockClaim } from '../store-claims.ts'
import { countUnanswered, insertMessage } from './store-messages.ts'

const MOST_UNANSWERED = 5

export async function takeMessage(
  tx: Tx,
  claimId: string,
  text: string,
): Promise<Decision<{ readonly id: string; readonly madeAt: Instant }>> {
  const { tenantId } = tx.actor
  const locked = await lockClaim(tx, claimId, 'claim.read')
  if (!locked.ok) return locked
  const claim = locked.value
  if ((await countUnanswered(tx.db, tenantId, claim.id)) >= MOST_UNANSWERED)
    return refuse('message.too_many', { most: MOST_UNANSWERED })
  const id = newId()
  const salt = tx.vault.newSalt()
  const sealed = tx.vault.seal(salt, JSON.stringify({ text, answer: '' }))
  await insertMessage(tx.db, tenantId, tx.now, { id, claimId: claim.id, accountId: tx.actor.id, salt, sealed })
  tx.record({
    name: 'claim.message_left',
    subject: { kind: 'claim', id: claim.id },
    personId: claim.personId,
    facts: { messageId: id },
  })
  return ok({ id, madeAt: tx.now })
}
