/**
 * SRV-01, SRV-05: a request begins with its first message: one number, its promise running from when it reached us, its
 * words and files sealed. In one statement, for hundreds may come in a second.
 */
import type { PolicyReference } from '@anpei/contract/service-desk'
import type { Instant, Transition } from '@anpei/domain/kernel'
import {
  clockChannel,
  isConfidential,
  startsAnswerClock,
  type ChannelName,
  type PaperOrigin,
  type RequestKind,
  type RequestState,
  subjectOf,
} from '@anpei/domain/service-desk'
import { tellLive, type Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { deriveClocks } from '../sla/index.ts'
import { queueCareOf } from './care-rank.ts'
import { keepFiles, type ComingFile } from './keep-files.ts'
import { sealRequest } from './seal-request.ts'
import { keepArrival } from './store-arrivals.ts'
import type { Contact } from './store.ts'

export type Opening = {
  readonly id: string
  readonly kind: RequestKind
  readonly channel: ChannelName
  readonly receivedAt: Instant
  readonly automatic: boolean
  readonly person: { readonly id: string; readonly villageCode: string | null } | null
  readonly contact: Contact
  readonly subject: string
  readonly policy: PolicyReference | null
  readonly origin: PaperOrigin | null
  readonly concernedIds: readonly string[]
  readonly text: string
  /** What the customer speaks, where somebody heard it. */
  readonly languageSaid: string | null
  readonly files: readonly ComingFile[]
  /** The sender's own id of the message, and its keyed hash. */
  readonly sender: { readonly messageId: string; readonly hash: Buffer } | null
  /** Written down by somebody, who owns it from now on. */
  readonly taken: Transition<RequestState> | null
}

/** Answers its number. */
export async function openRequest(tx: Tx, opening: Opening): Promise<string> {
  const { id, kind, channel, receivedAt, automatic, sender, taken } = opening
  const { id: personId, villageCode } = opening.person ?? { id: null, villageCode: null }
  const [requestNo, care] = await Promise.all([
    tx.app.numbers.draw(tx.db, 'request', tx.now),
    queueCareOf(tx, personId, channel),
  ])
  const confidential = isConfidential(kind)
  // Files of a sealed matter do not stand among the papers of the person.
  const whose = confidential ? null : personId
  const files = await keepFiles(tx, { requestId: id, personId: whose, channel, receivedAt }, opening.files)
  await sealRequest(tx, id, { confidential, concernedIds: opening.concernedIds }, null)
  const starts = startsAnswerClock({ kind, automatic, unansweredSince: null })
  tx.record({
    name: starts ? 'enquiry.received' : 'request.received',
    subject: { kind: 'request', id },
    personId,
    at: receivedAt,
    facts: { requestNo, kind, via: channel, channel: clockChannel(channel) },
  })
  const due = starts ? await deriveClocks(tx, { kind: 'request', id }, true) : { dueAt: null, clockId: null }
  const salt = tx.vault.newSalt()
  const by = taken ? tx.actor.id : null
  const request = {
    id,
    requestNo,
    kind,
    channel,
    personId,
    ...care,
    languageSaid: opening.languageSaid,
    villageCode,
    receivedAt,
    salt,
    confidential,
    concernedIds: opening.concernedIds,
    institutionId: taken ? tx.actor.institutionId : null,
    ownerId: by,
    registeredBy: by,
    unansweredSince: automatic ? null : receivedAt,
    told: {
      contact: opening.contact,
      subject: subjectOf(opening.subject, opening.text),
      policy: opening.policy,
      origin: opening.origin,
    },
    ...(taken ? { transition: taken } : {}),
  }
  const { documentIds, fileNames, refusedFiles } = files
  const message = {
    id: newId(),
    requestId: id,
    no: 1,
    direction: 'in',
    channel,
    automatic,
    authorId: by,
    occurredAt: receivedAt,
    messageHash: sender?.hash ?? null,
    delivery: 'none',
    wording: null,
    documentIds,
    salt,
    told: { text: opening.text, fileNames, refusedFiles, ...(sender ? { messageId: sender.messageId } : {}) },
  } as const
  tx.later(keepArrival(tx, { begins: request, due, message }))
  tellLive(tx, 'desk', null)
  return requestNo
}
