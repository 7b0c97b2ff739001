/**
 * SRV-03: 阿里云 and 腾讯云 push receipts and incoming short messages without a signature; what they know is the
 * address alone. So the address holds a secret, `pushToken` of the SMS channel's settings, of at least 16 characters.
 */
import { timingSafeEqual } from 'node:crypto'
import type { Tx } from '../../http/index.ts'
import { channelSettings } from './store-channels.ts'

const LEAST_LENGTH = 16

/** Runs in the tenant of the address. */
export async function isFromSmsProvider({ app }: Tx, tenantId: number, token: string): Promise<boolean> {
  const set = await app.pool.withTenant(tenantId, ({ db }) => channelSettings(db, tenantId, app.vault(tenantId)))
  const wanted = Buffer.from(set.find((one) => one.channel === 'sms')?.secrets['pushToken'] ?? '')
  const given = Buffer.from(token)
  return wanted.length >= LEAST_LENGTH && given.length === wanted.length && timingSafeEqual(given, wanted)
}
