/**
 * NTF-02: sends what is due, batch by batch. Outside any transaction, because a message cannot be rolled back: before
 * it the attempt is written down, after it what the gateway said. Who dies in between leaves an attempt that another
 * takes up under the same number.
 */
import { isByHand, NOTICE_CHANNELS, isNoticeChannel } from '@anpei/domain/notifications'
import type { App } from '../http/index.ts'
import { takeDueNotices } from './due-notices.ts'
import { notNow, type Outgoing, type Taken } from './channels/gateway.ts'
import { gatewaysOf } from './channels/gateways.ts'
import type { CheckNotices } from './notice-check.ts'
import { recordSent } from './record-sent.ts'

/** A round ends; what is left is the next round's. */
const MOST_BATCHES = 1000

export async function sendNotices(app: App, tenantId: number, check: CheckNotices): Promise<void> {
  for (let i = 0; i < MOST_BATCHES; i++) {
    const { taken, messages } = await takeDueNotices(app, tenantId, check)
    if (taken === 0) return
    if (messages.length === 0) continue
    const gatewayOf = await gatewaysOf(app, tenantId)
    const channels = Object.keys(NOTICE_CHANNELS)
      .filter(isNoticeChannel)
      .filter((one) => !isByHand(one))
    // One channel's slow gateway does not hold the others up.
    await Promise.all(
      channels.map(async (channel) => {
        const own = messages.filter((message) => message.channel === channel)
        if (own.length > 0)
          await recordSent(app, tenantId, own, await handOver(() => gatewayOf(channel).send(own), own))
      }),
    )
  }
}

async function handOver(send: () => Promise<readonly Taken[]>, own: readonly Outgoing[]): Promise<readonly Taken[]> {
  try {
    return await send()
  } catch (fault) {
    return own.map((message) => notNow(message.id, fault))
  }
}
