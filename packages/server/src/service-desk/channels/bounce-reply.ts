/** SRV-03: an answer that came back was not received: its request says so and its owner sees it. */
import type { Tx } from '../../http/index.ts'
import { deliveryWriting } from '../store-replies.ts'
import { findRequest } from '../store.ts'
import { saveWork } from '../work-on.ts'
import { markBounced, requestOfReply } from './store-mail.ts'

/** `messageId` of the mail that came back; nothing happens when it is no answer of the desk, or came back before. */
export async function bounceReply(tx: Tx, messageId: string, fault: string): Promise<void> {
  const replyId = await markBounced(tx, messageId, fault)
  const requestId = replyId && (await requestOfReply(tx, replyId))
  if (!replyId || !requestId) return
  const found = await findRequest(tx, requestId, 'desk.work', true)
  if (!found.ok) return
  const { id, personId } = found.value
  tx.record({ name: 'request.reply_failed', subject: { kind: 'request', id }, personId })
  saveWork(tx, found.value, {}, [deliveryWriting(tx, replyId, { delivery: 'failed', fault })])
}
