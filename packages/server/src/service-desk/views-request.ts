/** SRV-04: the whole of a request: what was said, by whom, what runs, who else looks, and what one may do. */
import type { Input } from '@anpei/contract/kernel'
import type { getRequest as route, RequestMessage, RequestView } from '@anpei/contract/service-desk'
import { maskPhone } from '@anpei/domain/customers'
import { holds, ok, stateOf, type Decision } from '@anpei/domain/kernel'
import {
  complaintHint,
  DELIVERIES,
  isWrittenDown,
  REQUEST_CHANNELS,
  REQUEST_KINDS,
  requestCan,
  requestLifecycle,
  type ChannelName,
} from '@anpei/domain/service-desk'
import { personSummaries } from '../customers/index.ts'
import { papersOf, type PaperRow } from '../documents/index.ts'
import { eventsOf, type StoredEvent } from '../events/index.ts'
import type { Tx } from '../http/index.ts'
import { staffNames } from '../identity/index.ts'
import { clocksOf, definitionsOf, timeLeftBy } from '../sla/index.ts'
import { topicName } from './desk-data.ts'
import { threadsOf, type Thread } from './store-conversations.ts'
import { draftOf } from './store-drafts.ts'
import { linksOf } from './store-links.ts'
import { relatedOf, threadOf, type RelatedRow, type ThreadMessage } from './store-thread.ts'
import { mySpeech, spokenOf } from './spoken.ts'
import { viewersOf } from './store-viewers.ts'
import { counterChecksOf } from './wording/store-counter-checks.ts'
import { atCounter } from './wording/views-counter.ts'
import { findRequest, type Contact, type RequestRecord } from './store.ts'

export async function getRequest(tx: Tx, { params }: Input<typeof route>): Promise<Decision<RequestView>> {
  const found = await findRequest(tx, params.requestId, 'desk.read')
  if (!found.ok) return found
  const request = found.value
  const { personId } = request
  const { actor } = tx
  const read = await partsOf(tx, request)
  const { messages, links, viewers, draft, clocks, events, names, papers, left, titleOf } = read
  const person = read.persons[0]
  const { contact, policy, subject, origin = null } = request.told
  const can = requestCan(
    { ...request, personKnown: personId !== null },
    {
      id: actor.id,
      leads: holds(actor, 'desk.lead'),
      works: holds(actor, 'desk.work'),
      reports: holds(actor, 'report.create'),
      arranges: holds(actor, 'visit.arrange'),
      complains: holds(actor, 'complaint.record'),
    },
  )
  return ok({
    ...headOf(request),
    subject,
    person: person
      ? {
          id: person.id,
          name: person.name,
          idNumberMasked: person.idNumberMasked,
          phoneMasked: person.phoneMasked,
          careMarks: [...person.careMarks],
        }
      : null,
    contact: maskedContact(contact),
    policy,
    origin,
    language: spokenOf(request.language, read.speech),
    owner: request.ownerId === null ? null : { id: request.ownerId, name: names.get(request.ownerId) ?? '同事' },
    registeredBy: request.registeredBy === null ? null : (names.get(request.registeredBy) ?? '同事'),
    timeLeft: left(request.dueAt, request.dueClock),
    messages: messages.map((message) => messageView(message, names, papers, contact.name)),
    draft: draft ? { text: tx.vault.openText(request.salt, draft.sealed), savedAt: draft.savedAt } : null,
    clocks: clocks.map(({ clockId, state, dueAt, explanation }) => ({
      id: clockId,
      name: titleOf(clockId).title,
      state,
      dueAt,
      explanation,
    })),
    links: links.map(({ kind, id: target, label }) => ({ kind, id: target, label })),
    ...relations(read.related),
    viewers,
    answerBy: waysToAnswer(contact, read.threads),
    timeline: events.map((event) => ({
      id: event.id,
      at: event.at,
      title: tx.app.eventTitle(event.name, event.facts),
      by: event.actorKind === 'staff' ? (names.get(event.actorId ?? '') ?? '同事') : '系统',
      reason: event.reason,
    })),
    complaintHint: complaintHint(
      { kind: request.kind, mayConvert: can.includes('convertToComplaint') },
      messages.flatMap(({ direction, automatic, told }) => (direction === 'in' && !automatic ? told.text : [])),
    ),
    ...atCounter(actor, request, read.counterChecks, can),
  })
}

/** What the page stands on, read side by side. */
async function partsOf(tx: Tx, request: RequestRecord) {
  const { id, personId } = request
  const { db, actor } = tx
  const [
    messages,
    related,
    links,
    viewers,
    draft,
    threads,
    persons,
    clocks,
    events,
    left,
    { titleOf },
    speech,
    counterChecks,
  ] = await Promise.all([
    threadOf(tx, id),
    relatedOf(tx, request),
    linksOf(tx, id),
    viewersOf(tx, id),
    draftOf(tx, id),
    threadsOf(tx, id),
    personId ? personSummaries(tx, [personId]) : [],
    clocksOf(db, actor.tenantId, id),
    eventsOf(db, actor.tenantId, id),
    timeLeftBy(tx),
    definitionsOf(tx),
    mySpeech(tx),
    request.channel === 'counter' ? counterChecksOf(tx, id) : [],
  ])
  const [papers, names] = await Promise.all([
    papersIn(tx, [id, ...related.filter((one) => one.how === 'merged').map((one) => one.id)], messages),
    namesOf(tx, request, messages, events),
  ])
  return {
    messages,
    related,
    links,
    viewers,
    draft,
    threads,
    persons,
    clocks,
    events,
    left,
    titleOf,
    papers,
    names,
    speech,
    counterChecks,
  }
}

function headOf(request: RequestRecord) {
  const { state, kind, channel, topic } = request
  return {
    id: request.id,
    requestNo: request.requestNo,
    state,
    stateWord: requestLifecycle.states[state].zh,
    kind,
    kindWord: REQUEST_KINDS[kind],
    channel,
    channelWord: REQUEST_CHANNELS[channel],
    confidential: request.confidential,
    topic: topic === null ? null : { code: topic, name: topicName(topic) },
    special: request.special,
    receivedAt: request.receivedAt,
    recordedAt: request.recordedAt,
    unansweredSince: request.unansweredSince,
    firstAnsweredAt: request.firstAnsweredAt,
    followUpAt: request.followUpAt,
    snoozedUntil: request.snoozedUntil,
    solvedAt: request.solvedAt,
    solvedBy: request.solvedBy,
    reopenedCount: request.reopenedCount,
    dueAt: request.dueAt,
  }
}

function maskedContact({ name, phone, email, openid }: Contact): RequestView['contact'] {
  return {
    name,
    phoneMasked: phone === '' ? '' : maskPhone(phone),
    emailMasked: maskEmail(email),
    wechat: openid !== '',
  }
}

function maskEmail(email: string): string {
  return email.replace(/^(.)[^@]*/, '$1***')
}

type Papers = ReadonlyMap<string, PaperRow>

async function papersIn(tx: Tx, ids: readonly string[], messages: readonly ThreadMessage[]): Promise<Papers> {
  if (messages.every((message) => message.documentIds.length === 0)) return new Map()
  const papers = await papersOf(tx.db, tx.actor.tenantId, ids, null)
  return new Map(papers.map((paper) => [paper.id, paper]))
}

async function namesOf(
  tx: Tx,
  request: RequestRecord,
  messages: readonly ThreadMessage[],
  events: readonly StoredEvent[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [
    request.ownerId,
    request.registeredBy,
    ...messages.map((message) => message.authorId),
    ...events.map((event) => (event.actorKind === 'staff' ? event.actorId : null)),
  ]
  return staffNames(
    tx.db,
    tx.actor.tenantId,
    ids.flatMap((id) => id ?? []),
  )
}

function messageView(
  message: ThreadMessage,
  names: ReadonlyMap<string, string>,
  papers: Papers,
  customer: string,
): RequestMessage {
  const { told, channel, delivery, direction, authorId } = message
  const staff = authorId === null ? '' : (names.get(authorId) ?? '同事')
  const noted = (told.refusedFiles ?? []).map((file) => `［附件“${file.name}”没有保存：格式或大小不符合要求］`)
  return {
    id: message.id,
    no: message.no,
    requestNo: message.requestNo,
    direction,
    channel,
    channelWord: REQUEST_CHANNELS[channel],
    automatic: message.automatic,
    author: direction === 'in' ? [customer || '客户', staff && `（${staff}代记）`].join('') : staff || '系统',
    at: message.at,
    recordedAt: message.recordedAt,
    text: [told.text, ...noted].join('\n'),
    delivery,
    deliveryWord: DELIVERIES[delivery],
    fault: message.fault,
    repeatReason: told.repeatReason ?? null,
    files: message.documentIds.flatMap((id, index) =>
      (papers.get(id)?.files ?? []).map((file) => ({
        id: file.id,
        fileName: told.fileNames?.[index] ?? file.fileName,
        mediaType: file.mediaType,
        bytes: file.bytes,
      })),
    ),
  }
}

function relations(rows: readonly RelatedRow[]) {
  const of = (how: RelatedRow['how']) => rows.filter((row) => row.how === how).map(relatedView)
  return {
    mergedInto: of('survivor')[0] ?? null,
    mergedIn: of('merged'),
    parent: of('parent')[0] ?? null,
    children: of('child'),
  }
}

const KIND_WORDS: ReadonlyMap<string, string> = new Map(Object.entries(REQUEST_KINDS))

function relatedView({ id, requestNo, state, kind }: RelatedRow) {
  const stateWord = requestLifecycle.states[stateOf(requestLifecycle, state)].zh
  return { id, requestNo, stateWord, kindWord: KIND_WORDS.get(kind) ?? kind }
}

/** Channels that reach the customer first, then those that are written down. */
function waysToAnswer(contact: Contact, threads: readonly Thread[]): RequestView['answerBy'] {
  const ways = new Map<ChannelName, string>()
  for (const { channel, from } of threads) if (!isWrittenDown(channel)) ways.set(channel, from.name || '原会话')
  if (contact.email !== '') ways.set('email', maskEmail(contact.email))
  if (contact.phone !== '') ways.set('sms', maskPhone(contact.phone))
  if (contact.openid !== '') ways.set('wechat', contact.name)
  for (const channel of ['phone', 'counter', 'visit', 'letter'] as const) ways.set(channel, '')
  return [...ways].map(([channel, to]) => ({ channel, word: REQUEST_CHANNELS[channel], to }))
}
