/** Answers on their way: locked while one worker sends, and how it went. */
import type { Instant } from '@anpei/domain/kernel'
import type { ChannelName, DeliveryState } from '@anpei/domain/service-desk'
import { sql } from 'kysely'
import type { Writing } from '../db/index.ts'
import type { Tx } from '../http/index.ts'
import type { MessageTold } from './store-messages.ts'
import type { RequestRecord } from './store.ts'

export type QueuedReply = {
  readonly id: string
  readonly requestId: string
  readonly no: number
  readonly channel: ChannelName
  readonly documentIds: readonly string[]
  readonly recordedAt: Instant
  toldOf(salt: Buffer): MessageTold
}

type Columns = {
  id: string
  request_id: string
  no: number
  channel: ChannelName
  document_ids: string[]
  recorded_at: Instant
  sealed: Buffer
}

/** Undefined when it was sent, or failed for good, meanwhile. */
export async function lockReply(tx: Tx, messageId: string): Promise<QueuedReply | undefined> {
  const { rows } = await sql<Columns>`select id, request_id, no, channel, document_ids, recorded_at, sealed
    from desk_message where tenant_id = ${tx.actor.tenantId} and id = ${messageId} and delivery = 'queued'
    for update`.execute(tx.db)
  const row = rows[0]
  return (
    row && {
      id: row.id,
      requestId: row.request_id,
      no: row.no,
      channel: row.channel,
      documentIds: row.document_ids,
      recordedAt: row.recorded_at,
      toldOf: (salt) => {
        const told: MessageTold = JSON.parse(tx.vault.openText(salt, row.sealed))
        return told
      },
    }
  )
}

export function deliveryWriting(
  tx: Tx,
  messageId: string,
  { delivery, fault }: { readonly delivery: DeliveryState; readonly fault: string | null },
): Writing {
  return tx.db
    .updateTable('desk_message')
    .set({ delivery, fault, ...(delivery === 'sent' ? { delivered_at: tx.now } : {}) })
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', messageId)
}

/** The customer's last message by a channel, by the sender's own id: where an answer is put into the thread. */
export async function lastMessageId(tx: Tx, request: RequestRecord, channel: ChannelName): Promise<string | null> {
  const { rows } = await sql<{ sealed: Buffer }>`select sealed from desk_message
    where tenant_id = ${tx.actor.tenantId} and request_id = ${request.id} and direction = 'in'
      and channel = ${channel} order by no desc limit 1`.execute(tx.db)
  const row = rows[0]
  if (!row) return null
  const told: MessageTold = JSON.parse(tx.vault.openText(request.salt, row.sealed))
  return told.messageId ?? null
}
