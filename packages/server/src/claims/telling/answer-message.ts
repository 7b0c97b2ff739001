/** CLM-20: a message is answered once; the family is told by notice and reads the answer on its page. */
import type { answerMessage as route, ClaimStand } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { mayAct } from '@anpei/domain/claims'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { reporterOf } from '../assessment/judge-locked.ts'
import { settleClaim } from '../settle-clocks.ts'
import { lockClaim } from '../store-claims.ts'
import { findMessage, saveAnswer, type MessageTold } from './store-messages.ts'

export async function answerMessage(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<ClaimStand>> {
  const { tenantId } = tx.actor
  const message = await findMessage(tx.db, tenantId, params.messageId)
  if (!message) return refuse('request.not_found')
  const locked = await lockClaim(tx, message.claim_id, 'claim.collect')
  if (!locked.ok) return locked
  const claim = locked.value
  const possible = mayAct('answerMessage', claim, tx.actor, reporterOf(tx, claim))
  if (!possible.ok) return possible
  const { text }: MessageTold = JSON.parse(tx.vault.openText(message.salt, message.sealed))
  const sealed = tx.vault.seal(message.salt, JSON.stringify({ text, answer: body.text }))
  const first = await saveAnswer(tx.db, tenantId, message.id, { sealed, by: tx.actor.id, at: tx.now })
  if (!first) return refuse('message.answered_already')
  tx.record({
    name: 'claim.message_answered',
    subject: { kind: 'claim', id: claim.id },
    personId: claim.personId,
    facts: { messageId: message.id },
  })
  return ok(await settleClaim(tx, claim, {}))
}
