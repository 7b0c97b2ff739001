/** Reads and writes what was said in requests, both ways, sealed under the salt of each request. */
import type { Instant } from '@anpei/domain/kernel'
import type { ChannelName, DeliveryState, MessageDirection } from '@anpei/domain/service-desk'
import { sql } from 'kysely'
import type { Writing } from '../db/index.ts'
import { togetherInTurn, type Tx } from '../http/index.ts'

export type MessageTold = {
  readonly text: string
  /** The sender's own id of it, for threads. */
  readonly messageId?: string
  readonly repeatReason?: string
  /** Names of the files as they came, and those that were not kept, each with the reason. */
  readonly fileNames?: readonly string[]
  readonly refusedFiles?: readonly { readonly name: string; readonly code: string }[]
}

export type NewMessage = {
  readonly id: string
  readonly requestId: string
  readonly no: number
  readonly direction: MessageDirection
  readonly channel: ChannelName
  readonly automatic: boolean
  readonly authorId: string | null
  readonly occurredAt: Instant
  readonly messageHash: Buffer | null
  readonly delivery: DeliveryState
  readonly wording: string | null
  readonly documentIds: readonly string[]
  readonly salt: Buffer
  readonly told: MessageTold
}

export function newMessageWriting(tx: Tx, made: NewMessage): Writing {
  return tx.db.insertInto('desk_message').values({ tenant_id: tx.actor.tenantId, ...messageColumns(tx, made) })
}

export function messageColumns(tx: Tx, made: NewMessage) {
  return {
    id: made.id,
    request_id: made.requestId,
    no: made.no,
    direction: made.direction,
    channel: made.channel,
    automatic: made.automatic,
    author_id: made.authorId,
    occurred_at: made.occurredAt,
    recorded_at: tx.now,
    message_hash: made.messageHash,
    delivery: made.delivery,
    delivered_at: made.delivery === 'said' || made.delivery === 'sent' ? made.occurredAt : null,
    wording: made.wording,
    document_ids: [...made.documentIds],
    sealed: tx.vault.seal(made.salt, JSON.stringify(made.told)),
  }
}

export type KnownMessage = { readonly requestId: string; readonly requestNo: string; readonly no: number }
type MessageKey = { readonly channel: ChannelName; readonly hash: Buffer }
type Found = KnownMessage & { readonly channel: string; readonly hash: Buffer }

/** The message kept under the sender's own id, if it came before. */
export const findByMessageHash = togetherInTurn(
  async (tx: Tx, asked: readonly MessageKey[]): Promise<(KnownMessage | null)[]> => {
    const channels = [...new Set(asked.map((one) => one.channel))]
    const { rows } = await sql<Found>`select m.request_id as "requestId", r.request_no as "requestNo", m.no, m.channel,
        m.message_hash as hash
      from desk_message m join desk_request r on r.tenant_id = m.tenant_id and r.id = m.request_id
      where m.tenant_id = ${tx.actor.tenantId} and m.channel = any(${channels}::text[])
        and m.message_hash = any(${asked.map(({ hash }) => hash)}::bytea[])`.execute(tx.db)
    return asked.map(({ channel, hash }) => {
      const row = rows.find((one) => one.channel === channel && one.hash.equals(hash))
      return row ? { requestId: row.requestId, requestNo: row.requestNo, no: row.no } : null
    })
  },
)

/** The oldest message of the customer that came after that number and waits for a human's word. */
export async function unansweredAfter(
  tx: Tx,
  requestId: string,
  no: number,
): Promise<{ at: Instant; channel: ChannelName } | null> {
  const { rows } = await sql<{ at: Instant; channel: ChannelName }>`select occurred_at as at, channel from desk_message
    where tenant_id = ${tx.actor.tenantId} and request_id = ${requestId} and direction = 'in' and not automatic
      and no > ${no} order by no limit 1`.execute(tx.db)
  return rows[0] ?? null
}
