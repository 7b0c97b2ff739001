/**
 * NTF-01: sets which gateway carries a channel. The settings are tried by opening the gateway, so that what cannot
 * work is refused here and not found out by night. Secrets that are not named stay; they are sealed and never shown.
 */
import type { ChannelView, saveChannel as route } from '@anpei/contract/notifications'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { channelRule, isByHand, type NoticeChannel } from '@anpei/domain/notifications'
import type { Tx } from '../../http/index.ts'
import { channelView } from './channel-view.ts'
import { MissingSetting, type GatewayKind } from './gateway.ts'
import { openGateway } from './gateways.ts'
import { noticePlan } from '../notice-plan.ts'
import { channelSettings, saveChannelSetting } from './store-channels.ts'

const CARRIES: Readonly<Record<GatewayKind, readonly NoticeChannel[]>> = {
  stand_in: ['sms', 'wechat', 'email', 'voice'],
  smtp: ['email'],
  sms_http: ['sms'],
  sms_aliyun: ['sms'],
  sms_tencent: ['sms'],
  wechat: ['wechat'],
  voice_http: ['voice'],
}
const URLS = ['url', 'base', 'callback', 'page']

export async function saveChannel(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<ChannelView>> {
  const { tenantId, id, name } = tx.actor
  const { channel } = params
  const { gateway, settings } = body
  if (isByHand(channel) || !CARRIES[gateway].includes(channel)) {
    return refuse('notifications.channel_settings', { where: `gateway ${gateway}` })
  }
  const wrong = URLS.find((field) => settings[field] && !isWebAddress(settings[field]))
  if (wrong) return refuse('notifications.channel_settings', { where: wrong })
  const known = (await channelSettings(tx.db, tenantId, tx.vault)).find((one) => one.channel === channel)
  const secrets = { ...known?.secrets, ...body.secrets }
  try {
    openGateway(gateway, { settings, secrets }, tx.app, tenantId)
  } catch (fault) {
    if (fault instanceof MissingSetting) return refuse('notifications.channel_settings', { where: fault.field })
    throw fault
  }
  const setting = { channel, gateway, settings, secrets, changedBy: id, changedAt: tx.now }
  await saveChannelSetting(tx.db, tenantId, tx.vault, setting)
  tx.record({
    name: 'notice.channel_set',
    subject: { kind: 'tenant', id },
    facts: { channel, gateway, settings: Object.keys(settings), secrets: Object.keys(body.secrets) },
  })
  return ok(channelView(tenantId, channelRule(noticePlan(), channel), setting, name))
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}
