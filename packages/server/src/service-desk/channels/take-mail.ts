/**
 * SRV-03: takes one mail in, in one transaction with how far the mailbox is read: killed before the commit it is read
 * again, after it never. The same mail in two mailboxes is one message; a thread goes on by what the mail answers, or
 * by our number in it when the address is the one that request is with. A bounce belongs to the answer or the
 * notice that came back (NTF-03).
 */
import { mailVerdict, requestNoIn } from '@anpei/domain/service-desk'
import type { Instant } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { takeReceipts } from '../../notifications/index.ts'
import { lockConversation, threadsOf } from '../store-conversations.ts'
import { findRequest } from '../store.ts'
import { bounceReply } from './bounce-reply.ts'
import type { DeliveryReport, MailRead } from './read-mail.ts'
import { lockPosition, mailboxesOf, savePosition } from './store-mailboxes.ts'
import {
  automaticSince,
  cameBefore,
  insertArrival,
  requestIdOf,
  requestOfReply,
  threadOfMail,
  type MailOutcome,
} from './store-mail.ts'
import { takeIn } from './take-in.ts'
import { tellRefusedFiles } from './tell-refused-files.ts'

export type Fetched = {
  readonly mailboxId: string
  readonly uidValidity: string
  readonly uid: number
  readonly bytes: number
  readonly arrivedAt: Instant
  /** Null: no parser understands it. */
  readonly mail: MailRead | null
}
type Taken = { readonly outcome: MailOutcome; readonly requestId: string | null; readonly thread: string }

const HOUR_MS = 3_600_000

/** Null when it was taken in before. */
export async function takeMail(tx: Tx, fetched: Fetched): Promise<MailOutcome | null> {
  const { mailboxId, uidValidity, uid, bytes, mail } = fetched
  const at = await lockPosition(tx, mailboxId)
  if (!at || (at.uidValidity === uidValidity && at.lastUid >= uid)) return null
  const arrivedAt = fetched.arrivedAt < tx.now ? fetched.arrivedAt : tx.now
  const taken = mail ? await sort(tx, mail, arrivedAt) : { outcome: 'unreadable' as const, requestId: null, thread: '' }
  const { messageId = '', references = [], from = '', name = '', subject = '' } = mail ?? {}
  await insertArrival(tx, {
    mailboxId,
    uidValidity,
    uid,
    outcome: taken.outcome,
    requestId: taken.requestId,
    bytes,
    arrivedAt,
    told: { messageId, references, thread: taken.thread, from, name, subject, detail: mail?.report?.detail ?? '' },
  })
  await savePosition(tx, mailboxId, uidValidity, uid)
  return taken.outcome
}

async function sort(tx: Tx, mail: MailRead, arrivedAt: Instant): Promise<Taken> {
  const none = { requestId: null, thread: mail.messageId }
  if (await cameBefore(tx, mail.messageId)) return { ...none, outcome: 'repeat' }
  const ours = new Set((await mailboxesOf(tx)).map((one) => one.address))
  const since = new Date(Date.parse(tx.now) - HOUR_MS).toISOString()
  const outcome = mailVerdict({
    isOwn: ours.has(mail.from) || mail.loopMarks.some((one) => ours.has(one)),
    isReport: mail.report !== null,
    isAutomatic: mail.isAutomatic,
    automaticLastHour: mail.isAutomatic ? await automaticSince(tx, mail.from, since) : 0,
  })
  if (outcome === 'bounce' && mail.report) await bounce(tx, mail.report, arrivedAt)
  if (outcome !== 'message' && outcome !== 'automatic') return { ...none, outcome }
  const thread = await threadOf(tx, mail)
  const taken = await takeIn(tx, {
    channel: 'email',
    messageId: mail.messageId,
    conversationKey: thread,
    from: { name: mail.name, email: mail.from },
    receivedAt: arrivedAt,
    subject: mail.subject,
    text: mail.text,
    files: mail.files,
    automatic: outcome === 'automatic',
  })
  if (taken.isRepeat) return { outcome: 'repeat', requestId: taken.requestId, thread }
  if (outcome === 'message' && mail.files.length > 0 && mail.from !== '') await tellRefusedFiles(tx, taken, mail.from)
  return { outcome, requestId: taken.requestId, thread }
}

async function threadOf(tx: Tx, mail: MailRead): Promise<string> {
  const known = await threadOfMail(tx, mail.answers)
  if (known) {
    // An answer to what we wrote first: the thread is new to the desk, its request is not.
    const requestId = known.replyId && (await requestOfReply(tx, known.replyId))
    if (requestId) await join(tx, known.thread, mail, requestId)
    return known.thread
  }
  const requestNo = requestNoIn(mail.subject) ?? requestNoIn(mail.text)
  const requestId = requestNo && (await requestIdOf(tx, requestNo))
  if (!requestId) return mail.messageId
  const found = await findRequest(tx, requestId, 'desk.work')
  if (!found.ok) return mail.messageId
  // A number alone opens nobody's request: the address must be the one it is with.
  const own = (await threadsOf(tx, requestId)).find(
    (one) => one.channel === 'email' && one.from.email.toLowerCase() === mail.from,
  )
  if (own) return own.key
  if (mail.from === '' || found.value.told.contact.email.toLowerCase() !== mail.from) return mail.messageId
  await join(tx, mail.messageId, mail, requestId)
  return mail.messageId
}

/** A thread the desk does not know yet begins with this request. */
async function join(tx: Tx, key: string, mail: MailRead, requestId: string): Promise<void> {
  const from = { name: mail.name, phone: '', email: mail.from, openid: '' }
  const keyHash = tx.vault.lookupHash('token', `email:${key}`)
  await lockConversation(tx, { channel: 'email', keyHash, told: { key, from }, fallback: requestId })
}

/** The number of a notice's mail is known to its attempt; a report that comes first waits for it. */
async function bounce(tx: Tx, { about, action, detail }: DeliveryReport, at: Instant): Promise<void> {
  if (action === 'other') return
  if (action === 'failed') await bounceReply(tx, about, detail)
  await takeReceipts(tx, [{ channel: 'email', number: about.slice(0, 200), status: action, at, detail }])
}
