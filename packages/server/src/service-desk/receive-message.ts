/**
 * SRV-01, SRV-02: a message is a message, whatever channel it came by: it joins the open request of its thread or
 * begins one. The thread is locked, so that messages keep their order; one that comes twice (a webhook tried again, a
 * mail in two mailboxes) changes nothing and answers the same request. The clock starts when the channel got it, not
 * when it was entered; only the oldest unanswered message starts it, and never an auto-reply or a bounce (SLA §2 rule
 * 11).
 */
import { ok, type Decision, type Instant } from '@anpei/domain/kernel'
import {
  arrivalAt,
  clockChannel,
  startsAnswerClock,
  type Arrival,
  type ChannelName,
  type RequestKind,
} from '@anpei/domain/service-desk'
import { parsePhone } from '@anpei/domain/customers'
import { tellLive, type Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { keepFiles, type ComingFile } from './keep-files.ts'
import { openRequest } from './open-request.ts'
import { settleRequest } from './settle-request.ts'
import { lockConversation, lockRequest, moveConversation } from './store-conversations.ts'
import { insertLink } from './store-links.ts'
import { keepArrival } from './store-arrivals.ts'
import { findByMessageHash, type KnownMessage } from './store-messages.ts'
import { personOf } from './store-persons.ts'
import type { Contact, RequestRecord } from './store.ts'

export type Inbound = {
  readonly channel: ChannelName
  /** The sender's own id, unique per channel and tenant. */
  readonly messageId: string
  /** The thread: openid, phone number, mail thread root … kept as a keyed hash, and sealed for the way back. */
  readonly conversationKey: string
  readonly from: {
    readonly name?: string
    readonly phone?: string
    readonly email?: string
    readonly openid?: string
    readonly personId?: string
  }
  /** When the channel got it. */
  readonly receivedAt: Instant
  readonly subject?: string
  readonly text: string
  readonly files: readonly ComingFile[]
  /** Auto-replies and bounces. */
  readonly automatic: boolean
  readonly kind?: RequestKind
  /** What the customer wishes to speak, told by himself (SRV-02). */
  readonly languageSaid?: string | null
}
export type Received = {
  readonly requestId: string
  readonly requestNo: string
  readonly messageNo: number
  readonly isNew: boolean
  readonly isRepeat: boolean
}

export async function receiveMessage(tx: Tx, inbound: Inbound): Promise<Decision<Received>> {
  const { channel } = inbound
  const keyHash = tx.vault.lookupHash('token', `${channel}:${inbound.conversationKey}`)
  const messageHash = tx.vault.lookupHash('token', `${channel}:${inbound.messageId}`)
  const contact = contactOf(inbound.from)
  const freshId = newId()
  // Sent in this order in one go: the later ones see what the first had to wait for.
  const [belongsTo, repeated, person] = await Promise.all([
    lockConversation(tx, {
      channel,
      keyHash,
      told: { key: inbound.conversationKey, from: contact },
      fallback: freshId,
    }),
    findByMessageHash(tx, { channel, hash: messageHash }),
    personOf(tx, inbound.from.personId ?? null, contact.phone),
  ])
  if (repeated) {
    if (belongsTo === freshId) tx.later(moveConversation(tx, channel, keyHash, repeated.requestId))
    return ok(repeatOf(repeated))
  }
  const held = belongsTo === freshId ? null : await lockRequest(tx, belongsTo)
  const found = held?.mergedInto ? await lockRequest(tx, held.mergedInto) : held
  const arrival: Arrival = found ? arrivalAt(found.state, inbound.automatic) : { to: 'new' }
  const message = { ...inbound, receivedAt: inbound.receivedAt < tx.now ? inbound.receivedAt : tx.now }
  if (found && arrival.to === 'same') return ok(await addTo(tx, found, arrival, message, messageHash))
  if (belongsTo !== freshId) tx.later(moveConversation(tx, channel, keyHash, freshId))
  const earlier = found?.personId ? { id: found.personId, villageCode: null } : null
  const requestNo = await openRequest(tx, {
    ...message,
    id: freshId,
    kind: inbound.kind ?? 'enquiry',
    person: person ?? earlier,
    contact,
    subject: inbound.subject ?? '',
    policy: null,
    origin: null,
    concernedIds: [],
    languageSaid: inbound.languageSaid ?? null,
    sender: { messageId: inbound.messageId, hash: messageHash },
    taken: null,
  })
  // What goes on after the matter was closed or turned into a case leads back to it.
  if (found) tx.later(insertLink(tx, freshId, { kind: 'request', id: found.id }))
  return ok({ requestId: freshId, requestNo, messageNo: 1, isNew: true, isRepeat: false })
}

function repeatOf({ requestId, requestNo, no }: KnownMessage): Received {
  return { requestId, requestNo, messageNo: no, isNew: false, isRepeat: true }
}

function contactOf(from: Inbound['from']): Contact {
  const phone = from.phone ? parsePhone(from.phone) : null
  return {
    name: from.name ?? '',
    // A number of no known form is kept as it was told.
    phone: phone?.ok ? phone.value.phone : (from.phone ?? ''),
    email: from.email ?? '',
    openid: from.openid ?? '',
  }
}

async function addTo(
  tx: Tx,
  request: RequestRecord,
  arrival: Extract<Arrival, { to: 'same' }>,
  inbound: Inbound,
  messageHash: Buffer,
): Promise<Received> {
  const { id, kind, requestNo, personId, unansweredSince } = request
  const { channel, receivedAt, automatic } = inbound
  const no = request.messageCount + 1
  const whose = request.confidential ? null : personId
  const files = await keepFiles(tx, { requestId: id, personId: whose, channel, receivedAt }, inbound.files)
  const starts = startsAnswerClock({ kind, automatic, unansweredSince })
  tx.record({
    name: starts ? 'enquiry.received' : automatic ? 'request.automatic_received' : 'request.message_received',
    subject: { kind: 'request', id },
    personId,
    at: receivedAt,
    facts: { requestNo, kind, via: channel, channel: clockChannel(channel) },
  })
  const { documentIds, fileNames, refusedFiles } = files
  const message = {
    id: newId(),
    requestId: id,
    no,
    direction: 'in',
    channel,
    automatic,
    authorId: null,
    occurredAt: receivedAt,
    messageHash,
    delivery: 'none',
    wording: null,
    documentIds,
    salt: request.salt,
    told: { text: inbound.text, messageId: inbound.messageId, fileNames, refusedFiles },
  } as const
  tx.later(keepArrival(tx, { heard: heardIn(request, arrival, no, inbound), message }))
  if (starts) await settleRequest(tx, id)
  tellLive(tx, 'desk', request.ownerId === null ? null : [request.ownerId])
  return { requestId: id, requestNo, messageNo: no, isNew: false, isRepeat: false }
}

function heardIn(
  request: RequestRecord,
  { moved, reopens }: Extract<Arrival, { to: 'same' }>,
  no: number,
  { automatic, receivedAt }: Inbound,
) {
  const { solvedAt, solvedBy } = request
  return {
    request,
    transition: moved,
    messageCount: no,
    lastMessageAt: receivedAt,
    unansweredSince: automatic ? request.unansweredSince : (request.unansweredSince ?? receivedAt),
    followUpAt: automatic ? request.followUpAt : null,
    snoozedUntil: automatic ? request.snoozedUntil : null,
    reopenedCount: request.reopenedCount + (reopens ? 1 : 0),
    solved: reopens || solvedAt === null || solvedBy === null ? null : { at: solvedAt, by: solvedBy },
  }
}
