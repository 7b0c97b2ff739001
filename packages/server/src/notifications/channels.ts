/**
 * NTF-01: channels behind one interface. Here all are local stand-ins: they keep what they were handed, so that it can
 * be looked at on a screen. A real provider is handed the notice's id as its own request number: a repetition after a
 * crash is the same message to it, as it is here.
 */
import type { NoticeChannel } from '@anpei/domain/notifications'
import { systemActor } from '@anpei/domain/kernel'
import { systemWrite, type App } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { insertDelivery } from './store.ts'

export type Outgoing = {
  readonly id: string
  readonly tenantId: number
  readonly channel: NoticeChannel
  readonly to: string
  readonly recipientMasked: string
  readonly text: string
}
export type Channel = { send(notice: Outgoing): Promise<void> }

/** null = a channel that people work: letters and visits are tasks. */
export function channelFor(app: App, channel: NoticeChannel): Channel | null {
  return channel === 'letter' ? null : standIn(app)
}

function standIn(app: App): Channel {
  return {
    async send(notice) {
      await systemWrite(app, systemActor(notice.tenantId, `stand-in:${notice.channel}`), async (tx) => {
        const salt = tx.vault.newSalt()
        await insertDelivery(tx.db, notice.tenantId, {
          id: newId(),
          noticeId: notice.id,
          channel: notice.channel,
          recipientMasked: notice.recipientMasked,
          salt,
          sealed: tx.vault.seal(salt, JSON.stringify({ to: notice.to, text: notice.text })),
          at: tx.now,
        })
      })
    },
  }
}
