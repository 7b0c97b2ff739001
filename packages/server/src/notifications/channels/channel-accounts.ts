/** The WeChat account as rows above use it (SRV-03): pictures that came, and words of ours. */
import type { App } from '../../http/index.ts'
import { channelSettings } from './store-channels.ts'
import { wechatApi, type WechatApi } from './wechat-api.ts'

export type WechatAccount = {
  readonly api: WechatApi
  /** The template with one field for the whole text; empty when none is registered. */
  readonly template: string
  readonly page: string
}

/** Null while no account is set up. */
export async function wechatAccount(app: App, tenantId: number): Promise<WechatAccount | null> {
  const set = await app.pool.withTenant(tenantId, ({ db }) => channelSettings(db, tenantId, app.vault(tenantId)))
  const own = set.find((one) => one.channel === 'wechat')
  if (!own?.settings['appId'] || !own.secrets['appSecret']) return null
  return { api: wechatApi(own), template: own.settings['template'] ?? '', page: own.settings['page'] ?? '' }
}
