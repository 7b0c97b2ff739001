/**
 * NTF-02: sends one notice. Outside any transaction, because a message cannot be rolled back; the notice's id makes a
 * repetition after a crash the same message. A channel that fails is tried again by the job queue.
 */
import { systemActor, transition } from '@anpei/domain/kernel'
import { noticeLifecycle } from '@anpei/domain/notifications'
import { systemWrite, type App } from '../http/index.ts'
import type { JobPayload } from '../jobs/index.ts'
import { channelFor } from './channels.ts'
import { openNotice } from './open-notice.ts'
import { countTry, findNotice, moveNotice } from './store.ts'

export async function sendNotice(app: App, payload: JobPayload): Promise<void> {
  const { tenantId, noticeId } = payload
  if (typeof noticeId !== 'string') throw new Error('no notice to send')
  const notice = await app.pool.withTenant(tenantId, ({ db }) => findNotice(db, tenantId, noticeId))
  if (!notice) return
  const step = transition(noticeLifecycle, 'send', notice.state)
  const channel = channelFor(app, notice.channel)
  if (!step.ok || !channel) return
  const self = systemActor(tenantId, 'job:notifications.send')
  try {
    const { to, text } = openNotice(app.vault(tenantId), notice)
    await channel.send({
      id: notice.id,
      tenantId,
      channel: notice.channel,
      to,
      recipientMasked: notice.recipientMasked,
      text,
    })
  } catch (error) {
    await systemWrite(app, self, (tx) =>
      countTry(tx.db, tenantId, noticeId, error instanceof Error ? error.name : 'fault'),
    )
    throw error
  }
  await systemWrite(app, self, async (tx) => {
    await countTry(tx.db, tenantId, noticeId, null)
    await moveNotice(tx.db, tenantId, noticeId, step.value, { sentAt: tx.now })
  })
}
