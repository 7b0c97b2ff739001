/**
 * SRV-12: sends what the machine has to say to a follower, in its order, outside any transaction. One job a follower at
 * a time; WeChat away: tried again for an hour, then it is no use any more.
 */
import { systemActor } from '@anpei/domain/kernel'
import { systemWrite, type App } from '../../http/index.ts'
import type { JobPayload } from '../../jobs/index.ts'
import type { Reply } from './channel-sender.ts'
import { GUIDE_TASK } from './guide-task.ts'
import { findGuide, saveGuide } from './store-guide.ts'
import { tryToSend } from './try-to-send.ts'

const MOST_TRIES = 6
const MINUTE_MS = 60_000

export async function sayGuided(app: App, { tenantId, ...payload }: JobPayload): Promise<void> {
  const follower = String(payload['follower'])
  const keyHash = Buffer.from(follower, 'hex')
  const actor = systemActor(tenantId, `job:${GUIDE_TASK}`)
  for (;;) {
    const guide = await systemWrite(app, actor, (tx) => findGuide(tx, keyHash))
    const next = guide?.waiting[0]
    if (!guide || !next) return
    const outcome = await tryToSend(app, wordsTo(tenantId, guide.openId, next))
    const later = !outcome.sent && !outcome.forGood && guide.tries + 1 < MOST_TRIES
    await systemWrite(app, actor, async (tx) => {
      const now = await findGuide(tx, keyHash, true)
      if (!now) return
      if (!later) return saveGuide(tx, { ...now, tries: 0, waiting: now.waiting.filter(({ id }) => id !== next.id) })
      await saveGuide(tx, { ...now, tries: now.tries + 1 })
      const runAt = new Date(Date.parse(tx.now) + 2 ** now.tries * MINUTE_MS).toISOString()
      tx.enqueue({ task: GUIDE_TASK, payload: { follower }, queue: `guide:${follower}`, runAt })
    })
    if (later) return
  }
}

function wordsTo(
  tenantId: number,
  openid: string,
  { id, text }: { readonly id: string; readonly text: string },
): Reply {
  return {
    id,
    tenantId,
    requestNo: '',
    channel: 'wechat',
    to: { name: '', phone: '', email: '', openid },
    conversationKey: openid,
    inReplyTo: null,
    subject: '公众号助手',
    text,
    files: [],
  }
}
