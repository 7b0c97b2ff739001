/**
 * SRV-12, SLA §2 rule 11: what the machine said stands in the conversation of the request, marked as a machine's: it
 * stops no clock and is no answer.
 */
import { writeAsOne } from '../../db/index.ts'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { newMessageWriting } from '../store-messages.ts'
import { findRequest, requestChangeWriting } from '../store.ts'

export async function noteMachineWords(tx: Tx, requestId: string, text: string): Promise<void> {
  const found = await findRequest(tx, requestId, 'desk.work', true)
  if (!found.ok) return
  const { messageCount, salt } = found.value
  const no = messageCount + 1
  const message = newMessageWriting(tx, {
    id: newId(),
    requestId,
    no,
    direction: 'out',
    channel: 'wechat',
    automatic: true,
    authorId: null,
    occurredAt: tx.now,
    messageHash: null,
    delivery: 'none',
    wording: null,
    documentIds: [],
    salt,
    told: { text },
  })
  const counted = requestChangeWriting(tx, requestId, { messageCount: no })
  tx.later(writeAsOne(tx.db, counted ? [counted, message] : [message]))
}
