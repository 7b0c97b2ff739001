/**
 * SRV-03: hands a queued answer to its channel, outside any transaction, and writes down how it went. A channel that is
 * down is tried again for two days; the answer carries our number, so that a repetition after a crash is the same one.
 */
import { systemActor } from '@anpei/domain/kernel'
import { stepOfAnswer } from '@anpei/domain/service-desk'
import { findFile, openFile, papersOf } from '../documents/index.ts'
import { systemWrite, type App, type Tx } from '../http/index.ts'
import type { JobPayload } from '../jobs/index.ts'
import type { Reply, ReplySent } from './channels/channel-sender.ts'
import { senderOf } from './channels/registry.ts'
import { tryToSend } from './channels/try-to-send.ts'
import { noteAnswered } from './note-answered.ts'
import { threadsOf } from './store-conversations.ts'
import { deliveryWriting, lastMessageId, lockReply, type QueuedReply } from './store-replies.ts'
import { findRequest, type RequestRecord } from './store.ts'
import { SEND_REPLY } from './tasks.ts'
import { saveWork } from './work-on.ts'

/** One, two, four … minutes, then every hour for two days. */
const MOST_TRIES = 54
const MINUTE_MS = 60_000

export async function sendReply(app: App, payload: JobPayload): Promise<void> {
  const { tenantId, messageId } = payload
  const tries = typeof payload['tries'] === 'number' ? payload['tries'] : 0
  if (typeof messageId !== 'string') throw new Error('no reply to send')
  const actor = systemActor(tenantId, `job:${SEND_REPLY}`)
  const reply = await systemWrite(app, actor, (tx) => replyOf(tx, messageId))
  if (!reply) return
  const outcome = await tryToSend(app, reply)
  await systemWrite(app, actor, async (tx) => {
    await writeDown(tx, messageId, outcome, tries)
    if (outcome.sent) await senderOf(reply.channel)?.noted?.(tx, reply)
  })
}

/** Null when it is no longer to be sent. */
async function replyOf(tx: Tx, messageId: string): Promise<Reply | null> {
  const message = await lockReply(tx, messageId)
  if (!message) return null
  const found = await findRequest(tx, message.requestId, 'desk.work')
  if (!found.ok) return null
  const request = found.value
  const [threads, files] = await Promise.all([threadsOf(tx, request.id), filesOf(tx, request, message)])
  const thread = threads.find((one) => one.channel === message.channel)
  const { contact, subject } = request.told
  const { text } = message.toldOf(request.salt)
  return {
    id: message.id,
    tenantId: tx.actor.tenantId,
    requestNo: request.requestNo,
    channel: message.channel,
    to: {
      name: contact.name,
      phone: contact.phone || (thread?.from.phone ?? ''),
      email: contact.email || (thread?.from.email ?? ''),
      openid: contact.openid || (thread?.from.openid ?? ''),
    },
    conversationKey: thread?.key ?? null,
    inReplyTo: await lastMessageId(tx, request, message.channel),
    subject,
    text,
    files,
  }
}

async function filesOf(tx: Tx, request: RequestRecord, message: QueuedReply): Promise<Reply['files']> {
  if (message.documentIds.length === 0) return []
  const { tenantId } = tx.actor
  const names = message.toldOf(request.salt).fileNames ?? []
  const papers = await papersOf(tx.db, tenantId, [request.id], null)
  const files: { name: string; mediaType: string; bytes: Buffer }[] = []
  for (const [index, id] of message.documentIds.entries()) {
    const fileId = papers.find((paper) => paper.id === id)?.files[0]?.id
    const file = fileId && (await findFile(tx.db, tenantId, fileId))
    if (!file) throw new Error('a file of a reply is gone')
    const { bytes, mediaType, fileName } = await openFile(tx, file, false)
    files.push({ name: names[index] ?? fileName, mediaType, bytes })
  }
  return files
}

async function writeDown(tx: Tx, messageId: string, outcome: ReplySent, tries: number): Promise<void> {
  const message = await lockReply(tx, messageId)
  if (!message) return
  const found = await findRequest(tx, message.requestId, 'desk.work', true)
  if (!found.ok) return
  const request = found.value
  if (outcome.sent) {
    const moved = stepOfAnswer(request.state)
    const sent = deliveryWriting(tx, messageId, { delivery: 'sent', fault: null })
    if (!moved.ok) return saveWork(tx, request, {}, [sent])
    const { no, channel } = message
    return noteAnswered(tx, request, { no, at: tx.now, channel, moved: moved.value }, {}, [sent])
  }
  const { fault } = outcome
  if (outcome.forGood || tries >= MOST_TRIES) {
    tx.record({
      name: 'request.reply_failed',
      subject: { kind: 'request', id: request.id },
      personId: request.personId,
    })
    return saveWork(tx, request, {}, [deliveryWriting(tx, messageId, { delivery: 'failed', fault })])
  }
  const runAt = new Date(Date.parse(tx.now) + Math.min(2 ** tries, 60) * MINUTE_MS).toISOString()
  tx.enqueue({ task: SEND_REPLY, payload: { messageId, tries: tries + 1 }, runAt })
  saveWork(tx, request, {}, [deliveryWriting(tx, messageId, { delivery: 'queued', fault })])
}
