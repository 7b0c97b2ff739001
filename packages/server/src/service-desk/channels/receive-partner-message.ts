/**
 * SRV-03, OPS-02: a partner's front end hands in what its customers write. The message's own number makes it one,
 * however often and at how many doors the partner tries again; two partners may use the same numbers. Order within a
 * conversation is the order of arrival.
 */
import type { receivePartnerMessage as route } from '@anpei/contract/service-desk'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { receiveMessage } from '../receive-message.ts'

type From = Input<typeof route>['body']['from']

export async function receivePartnerMessage(
  tx: Tx,
  { body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const { messageId, conversationKey, channel, from, receivedAt, subject, text, automatic, kind } = body
  const received = await receiveMessage(tx, {
    channel,
    messageId: `${tx.actor.id}:${messageId}`,
    conversationKey: `${tx.actor.id}:${conversationKey}`,
    from: told(from),
    receivedAt: receivedAt ?? tx.now,
    ...(subject === '' ? {} : { subject }),
    text,
    files: body.files.map((file) => ({ name: file.name, bytes: Buffer.from(file.base64, 'base64') })),
    automatic,
    ...(kind === null ? {} : { kind }),
  })
  if (!received.ok) return received
  const { requestId, requestNo, messageNo, isNew, isRepeat } = received.value
  return ok({ requestId, requestNo, messageNo, isNew, isRepeat })
}

function told({ name = '', phone = '', email = '', openid = '' }: From) {
  return { name, phone, email, openid }
}
