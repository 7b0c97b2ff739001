/**
 * NTF-03: receipts of a gateway, signed with the key the channel's settings hold. The same receipt twice counts once;
 * one that comes before its message is recorded is kept until it is.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { receiveReceipts as route } from '@anpei/contract/notifications'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, systemActor, type Decision } from '@anpei/domain/kernel'
import { systemWrite, type Tx } from '../http/index.ts'
import { applyReceipts } from './apply-receipts.ts'
import { channelSettings } from './store-channels.ts'
import { insertReceipts } from './store-receipts.ts'

const FRESH_MS = 5 * 60_000

/** Runs in the tenant of the address: a gateway signs in by its signature alone. */
export async function receiveReceipts(
  { app, now }: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const { tenantId, channel } = params
  const set = await app.pool.withTenant(tenantId, ({ db }) => channelSettings(db, tenantId, app.vault(tenantId)))
  const key = set.find((one) => one.channel === channel)?.secrets['receiptKey']
  const lines = body.receipts.map((one) => `${one.number}|${one.status}|${one.at}\n`).join('')
  const isFresh = Math.abs(Date.parse(now) - Date.parse(body.timestamp)) <= FRESH_MS
  if (!key || !isFresh || !isSignedBy(key, `${body.timestamp}\n${lines}`, body.signature)) {
    return refuse('notifications.signature_wrong')
  }
  await systemWrite(app, systemActor(tenantId, `gateway:${channel}`), async (tx) => {
    await insertReceipts(
      tx.db,
      tenantId,
      tx.now,
      body.receipts.map((one) => ({ ...one, channel })),
    )
    await applyReceipts(tx, [...new Set(body.receipts.map((one) => one.number))])
  })
  return ok({ received: body.receipts.length })
}

function isSignedBy(key: string, text: string, signature: string): boolean {
  const wanted = createHmac('sha256', key).update(text).digest()
  const given = Buffer.from(signature, 'hex')
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
