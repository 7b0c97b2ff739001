/**
 * SRV-04, SRV-08: an answer to the customer. What was said by telephone or face to face is written down and counts from
 * when it was said; what is to be sent leaves by a job and counts when it has left (SLA §2 rule 11).
 */
import type { Input } from '@anpei/contract/kernel'
import type { answerRequest as route, RequestStand } from '@anpei/contract/service-desk'
import { ok, transition, type Decision, type Transition } from '@anpei/domain/kernel'
import { decideAnswer, requestLifecycle, type ChannelName, type RequestState } from '@anpei/domain/service-desk'
import type { ArrivedFile, Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { storePapers } from '../documents/index.ts'
import { noteAnswered } from './note-answered.ts'
import { threadsOf } from './store-conversations.ts'
import { dropDraft } from './store-drafts.ts'
import { newMessageWriting } from './store-messages.ts'
import type { RequestRecord } from './store.ts'
import { SEND_REPLY } from './tasks.ts'
import { lockToWork, saveWork, standOf } from './work-on.ts'

export async function answerRequest(
  tx: Tx,
  { params, body }: Input<typeof route>,
  arrived: readonly ArrivedFile[],
): Promise<Decision<RequestStand>> {
  const found = await lockToWork(tx, params.requestId)
  if (!found.ok) return found
  const request = found.value
  const { id, personId, state, salt } = request
  const { channel, text, repeatReason } = body
  const decided = decideAnswer({
    ...request,
    channel,
    repeatReason,
    saidAt: body.saidAt,
    now: tx.now,
    reachable: await isReachable(tx, request, channel),
  })
  if (!decided.ok) return decided
  const { at, moved } = decided.value
  const documents = await keepAll(tx, request, channel, arrived)
  if (!documents.ok) return documents
  const no = request.messageCount + 1
  const messageId = newId()
  const message = newMessageWriting(tx, {
    id: messageId,
    requestId: id,
    no,
    direction: 'out',
    channel,
    automatic: false,
    authorId: tx.actor.id,
    occurredAt: at,
    messageHash: null,
    delivery: moved ? 'said' : 'queued',
    wording: body.wording === '' ? null : body.wording,
    documentIds: documents.value,
    salt,
    told: { text, ...(repeatReason ? { repeatReason } : {}), fileNames: arrived.map((file) => file.name) },
  })
  const ownerId = request.ownerId ?? tx.actor.id
  const common = { ownerId, messageCount: no }
  const taken = takenUp(state)
  if (moved) {
    await noteAnswered(tx, { ...request, ownerId }, { no, at, channel, moved }, common, [message])
  } else {
    tx.record({ name: 'request.reply_queued', subject: { kind: 'request', id }, personId, facts: { via: channel } })
    tx.enqueue({ task: SEND_REPLY, payload: { messageId, tries: 0 } })
    saveWork(tx, request, { ...common, transition: taken }, [message])
  }
  tx.later(dropDraft(tx, id))
  return standOf(tx, { ...request, ownerId }, moved?.to ?? taken?.to ?? state)
}

/** Whoever answers what nobody had works on it from now on. */
function takenUp(state: RequestState): Transition<RequestState> | null {
  const moved = state === 'received' ? transition(requestLifecycle, 'take', state) : null
  return moved?.ok ? moved.value : null
}

async function isReachable(tx: Tx, { id, told }: RequestRecord, channel: ChannelName): Promise<boolean> {
  const { phone, email, openid } = told.contact
  const known: Partial<Record<ChannelName, string>> = { sms: phone, email, wechat: openid }
  return (known[channel] ?? '') !== '' || (await threadsOf(tx, id)).some((thread) => thread.channel === channel)
}

/** Our own files must be good: nothing is sent without what it speaks of. */
async function keepAll(
  tx: Tx,
  { id, personId, confidential }: RequestRecord,
  channel: ChannelName,
  files: readonly ArrivedFile[],
): Promise<Decision<string[]>> {
  if (files.length === 0) return ok([])
  const stored = await storePapers(tx, {
    subject: { kind: 'request', id },
    personId: confidential ? null : personId,
    channel,
    receivedAt: tx.now,
    papers: files.map((file) => ({ code: 'attachment', title: '附件', files: [file] })),
  })
  return stored.ok ? ok(stored.value.map((paper) => paper.id)) : stored
}
