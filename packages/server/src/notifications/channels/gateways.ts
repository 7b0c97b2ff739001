/**
 * NTF-01: which gateway carries a channel is data of the tenant; without a setting the local stand-in does it. A new
 * gateway is one file and one line here.
 */
import { isByHand, type NoticeChannel } from '@anpei/domain/notifications'
import type { App } from '../../http/index.ts'
import { aliyunGateway } from './gateway-aliyun.ts'
import { httpGateway } from './gateway-http.ts'
import { smtpGateway } from './gateway-smtp.ts'
import { standInGateway } from './gateway-stand-in.ts'
import { tencentGateway } from './gateway-tencent.ts'
import { wechatGateway } from './gateway-wechat.ts'
import type { Gateway, GatewayKind, GatewaySettings } from './gateway.ts'
import { standInRates } from '../notice-plan.ts'
import { channelSettings } from './store-channels.ts'

type Open = (settings: GatewaySettings, app: App, tenantId: number) => Gateway

const OPEN: Readonly<Record<GatewayKind, Open>> = {
  stand_in: (_settings, app, tenantId) => standInGateway(app, tenantId, standInRates(app)),
  smtp: (settings) => smtpGateway(settings),
  sms_http: (settings) => httpGateway(settings),
  sms_aliyun: (settings) => aliyunGateway(settings),
  sms_tencent: (settings) => tencentGateway(settings),
  voice_http: (settings) => httpGateway(settings),
  wechat: (settings) => wechatGateway(settings),
}

/** Throws MissingSetting when the settings cannot work. */
export function openGateway(kind: GatewayKind, settings: GatewaySettings, app: App, tenantId: number): Gateway {
  return OPEN[kind](settings, app, tenantId)
}

/** The gateways of a tenant; read anew for each round, so that a change works at once. */
export async function gatewaysOf(app: App, tenantId: number): Promise<(channel: NoticeChannel) => Gateway> {
  const set = await app.pool.withTenant(tenantId, ({ db }) => channelSettings(db, tenantId, app.vault(tenantId)))
  return (channel) => {
    if (isByHand(channel)) throw new Error(`${channel} has no gateway`)
    const one = set.find((setting) => setting.channel === channel)
    return openGateway(one?.gateway ?? 'stand_in', one ?? { settings: {}, secrets: {} }, app, tenantId)
  }
}
