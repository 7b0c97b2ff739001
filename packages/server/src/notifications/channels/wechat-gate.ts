/** The account WeChat calls back for: its token and key, while the call is fresh (NTF-03). */
import type { FileAnswer, Tx } from '../../http/index.ts'
import { channelSettings } from './store-channels.ts'

const FRESH_MS = 5 * 60_000

export type WechatGate = { readonly token: string; readonly aesKey: string; readonly appId: string }

/** Runs in the tenant of the address; null where no account is set up or the call is old. */
export async function wechatGate({ app, now }: Tx, tenantId: number, timestamp: string): Promise<WechatGate | null> {
  const age = Math.abs(Date.parse(now) - Number(timestamp) * 1000)
  if (!(age <= FRESH_MS)) return null
  const set = await app.pool.withTenant(tenantId, ({ db }) => channelSettings(db, tenantId, app.vault(tenantId)))
  const own = set.find((one) => one.channel === 'wechat')
  const token = own?.secrets['callbackToken'] ?? ''
  if (!own || token === '') return null
  return { token, aesKey: own.secrets['encodingAesKey'] ?? '', appId: own.settings['appId'] ?? '' }
}

/** WeChat reads the bare text. */
export function plainAnswer(text: string): FileAnswer {
  return { fileName: 'answer.txt', mediaType: 'text/plain; charset=utf-8', bytes: Buffer.from(text), inline: true }
}
