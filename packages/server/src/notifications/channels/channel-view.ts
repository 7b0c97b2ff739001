/** A channel as the screen shows it. */
import type { ChannelView } from '@anpei/contract/notifications'
import { isByHand, NOTICE_CHANNELS, type ChannelRule } from '@anpei/domain/notifications'
import type { ChannelSetting } from './store-channels.ts'

export function channelView(
  tenantId: number,
  rule: ChannelRule,
  setting: ChannelSetting | undefined,
  changedBy: string | null,
): ChannelView {
  const { channel, waitMinutes, reachedBy } = rule
  return {
    channel,
    channelWord: NOTICE_CHANNELS[channel],
    gateway: setting?.gateway ?? 'stand_in',
    settings: { ...setting?.settings },
    secretsSet: Object.keys(setting?.secrets ?? {}),
    waitMinutes,
    reachedBy,
    receiptsPath: isByHand(channel) ? null : `/api/gateways/${tenantId}/${channel}/receipts`,
    changedBy,
    changedAt: setting?.changedAt ?? null,
  }
}
