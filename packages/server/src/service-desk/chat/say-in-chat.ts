/** SRV-02, SRV-05: a customer says something in a chat; the first word makes a request, and its clock runs. */
import type { Answer, Input } from '@anpei/contract/kernel'
import type { sayInChat as route } from '@anpei/contract/service-desk'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { ArrivedFile, Tx } from '../../http/index.ts'
import { receiveMessage } from '../receive-message.ts'
import { fullChat } from './chat-limits.ts'

export async function sayInChat(
  tx: Tx,
  { body }: Input<typeof route>,
  photos: readonly ArrivedFile[],
): Promise<Decision<Answer<typeof route>>> {
  const { chat, messageId, text, name, phone } = body
  const full = await fullChat(tx, chat)
  if (full) return full
  const received = await receiveMessage(tx, {
    channel: 'chat',
    messageId: `${chat}:${messageId}`,
    conversationKey: chat,
    from: { name, phone },
    receivedAt: tx.now,
    text,
    files: photos.map((photo) => ({ name: photo.name, bytes: photo.bytes })),
    automatic: false,
  })
  if (!received.ok) return received
  const { requestNo, messageNo } = received.value
  return ok({ requestNo, messageNo })
}
