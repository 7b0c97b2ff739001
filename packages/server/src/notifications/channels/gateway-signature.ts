/**
 * NTF-03: what a gateway sends in is signed with the key its channel's settings hold: HMAC-SHA256 over the moment and
 * the lines; older than five minutes it is refused, so that nobody sends it again.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Instant } from '@anpei/domain/kernel'
import type { NoticeChannel } from '@anpei/domain/notifications'
import type { Tx } from '../../http/index.ts'
import { channelSettings } from './store-channels.ts'

const FRESH_MS = 5 * 60_000

type Gate = { readonly tenantId: number; readonly channel: NoticeChannel }
type Signed = { readonly timestamp: Instant; readonly signature: string }

/** Runs in the tenant of the address: a gateway signs in by its signature alone. */
export async function isFromGateway({ app, now }: Tx, gate: Gate, lines: string, signed: Signed): Promise<boolean> {
  const { tenantId, channel } = gate
  const set = await app.pool.withTenant(tenantId, ({ db }) => channelSettings(db, tenantId, app.vault(tenantId)))
  const key = set.find((one) => one.channel === channel)?.secrets['receiptKey']
  const isFresh = Math.abs(Date.parse(now) - Date.parse(signed.timestamp)) <= FRESH_MS
  return Boolean(key) && isFresh && isSignedBy(key ?? '', `${signed.timestamp}\n${lines}`, signed.signature)
}

function isSignedBy(key: string, text: string, signature: string): boolean {
  const wanted = createHmac('sha256', key).update(text).digest()
  const given = Buffer.from(signature, 'hex')
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
