/**
 * SRV-02, SRV-05, T03: a chat goes on by telephone. The wish stands among the calls to be returned, under the promise
 * of a missed call, and in the conversation, so that whoever calls knows what about.
 */
import type { Answer, Input } from '@anpei/contract/kernel'
import type { askCallBack as route } from '@anpei/contract/service-desk'
import { maskPhone, parsePhone } from '@anpei/domain/customers'
import { LANGUAGES, type Language } from '@anpei/domain/identity'
import { ok, type Decision } from '@anpei/domain/kernel'
import { writeAsOne } from '../../db/index.ts'
import type { Tx } from '../../http/index.ts'
import { hearCall } from '../calls/hear-call.ts'
import { callDue } from '../calls/store-calls.ts'
import { receiveMessage, type Received } from '../receive-message.ts'
import { requestChangeWriting } from '../store.ts'
import { fullChat } from './chat-limits.ts'

export async function askCallBack(tx: Tx, { body }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const parsed = parsePhone(body.phone)
  if (!parsed.ok) return parsed
  const { phone } = parsed.value
  const { language } = body
  const full = await fullChat(tx, body.chat)
  if (full) return full
  const received = await receiveMessage(tx, {
    channel: 'chat',
    messageId: `${body.chat}:call-back:${phone}`,
    conversationKey: body.chat,
    from: { phone },
    receivedAt: tx.now,
    text: `请打电话给我：${phone}${language === null ? '' : `（请会讲${LANGUAGES[language]}的人打）`}`,
    languageSaid: language,
    files: [],
    automatic: false,
  })
  if (!received.ok) return received
  const wish = {
    vendor: 'anpei' as const,
    callNo: `chat:${body.chat}:${phone}`,
    direction: 'in' as const,
    lineNumber: '',
    phone,
    extension: '',
    language,
    words: [
      { what: 'rang' as const, at: tx.now },
      { what: 'ended' as const, at: tx.now, by: 'system' as const },
    ],
    recording: '',
    recordingNotice: null,
  }
  await hearLanguage(tx, received.value, language)
  const { callId } = await hearCall(tx, wish, received.value.requestId)
  return ok({ phoneMasked: maskPhone(phone), promisedAt: await callDue(tx, callId) })
}

/** Of a chat that goes on already. */
async function hearLanguage(tx: Tx, { requestId, isNew }: Received, language: Language | null): Promise<void> {
  const writing = isNew || language === null ? null : requestChangeWriting(tx, requestId, { languageSaid: language })
  if (writing) await writeAsOne(tx.db, [writing])
}
