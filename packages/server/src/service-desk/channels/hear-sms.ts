/** SRV-02: a short message that is no look-up of a case is a message to the desk; the thread is the telephone. */
import type { Instant } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { takeIn } from './take-in.ts'

export type SmsHeard = {
  /** The gateway's number of it: what it sends again is kept once. */
  readonly number: string
  readonly phone: string
  readonly text: string
  readonly receivedAt: Instant
}

export async function hearSms(tx: Tx, { number, phone, text, receivedAt }: SmsHeard): Promise<void> {
  await takeIn(tx, {
    channel: 'sms',
    messageId: number,
    conversationKey: phone,
    from: { phone },
    receivedAt,
    text: text.trim() === '' ? '（空白短信）' : text,
    files: [],
    automatic: false,
  })
}
