/** Threads of channels and the requests they belong to. */
import type { ChannelName } from '@anpei/domain/service-desk'
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'
import { REQUEST_COLUMNS, toRequest, type Contact, type RequestColumns, type RequestRecord } from './store.ts'

export type ConversationTold = { readonly key: string; readonly from: Contact }

/**
 * Locks the thread, so that its messages are taken in one after the other; a thread nobody knew begins with `fallback`
 * as its request, which the same transaction must write. Answers the request the thread belongs to.
 */
export async function lockConversation(
  tx: Tx,
  thread: { readonly channel: ChannelName; readonly keyHash: Buffer; readonly told: ConversationTold },
  fallback: string,
): Promise<string> {
  const salt = tx.vault.newSalt()
  const { rows } = await sql<{ request_id: string }>`insert into desk_conversation (tenant_id, channel, key_hash,
      request_id, touched_at, salt, sealed)
    values (${tx.actor.tenantId}, ${thread.channel}, ${thread.keyHash}, ${fallback}, ${tx.now}, ${salt},
      ${tx.vault.seal(salt, JSON.stringify(thread.told))})
    on conflict (tenant_id, channel, key_hash) do update set touched_at = excluded.touched_at
    returning request_id`.execute(tx.db)
  return rows[0]?.request_id ?? fallback
}

/** The request of a thread, locked; sent behind `lockConversation` it sees what that waited for. */
export async function requestOfConversation(
  tx: Tx,
  channel: ChannelName,
  keyHash: Buffer,
): Promise<RequestRecord | null> {
  const { rows } = await sql<RequestColumns>`select ${REQUEST_COLUMNS} from desk_request r
    where r.tenant_id = ${tx.actor.tenantId} and r.id = (select c.request_id from desk_conversation c
      where c.tenant_id = ${tx.actor.tenantId} and c.channel = ${channel} and c.key_hash = ${keyHash})
    for update`.execute(tx.db)
  const row = rows[0]
  return row ? toRequest(tx, row) : null
}

export async function moveConversation(tx: Tx, channel: ChannelName, keyHash: Buffer, to: string): Promise<void> {
  await sql`update desk_conversation set request_id = ${to}
    where tenant_id = ${tx.actor.tenantId} and channel = ${channel} and key_hash = ${keyHash}`.execute(tx.db)
}

export type Thread = ConversationTold & { readonly channel: ChannelName }

/** The threads a request hangs together with, and those of requests merged into it; the newest first. */
export async function threadsOf(tx: Tx, requestId: string): Promise<Thread[]> {
  const { rows } = await sql<{ channel: ChannelName; salt: Buffer; sealed: Buffer }>`
    select c.channel, c.salt, c.sealed from desk_conversation c
    where c.tenant_id = ${tx.actor.tenantId} and c.request_id in (select ${requestId}::uuid union all
      select r.id from desk_request r where r.tenant_id = ${tx.actor.tenantId} and r.merged_into = ${requestId})
    order by c.touched_at desc limit 20`.execute(tx.db)
  return rows.map(({ channel, salt, sealed }) => {
    const told: ConversationTold = JSON.parse(tx.vault.openText(salt, sealed))
    return { channel, ...told }
  })
}

/** The request another one was merged into, locked: it answers the threads of both. */
export async function lockSurvivor(tx: Tx, survivorId: string): Promise<RequestRecord | null> {
  const { rows } = await sql<RequestColumns>`select ${REQUEST_COLUMNS} from desk_request r
    where r.tenant_id = ${tx.actor.tenantId} and r.id = ${survivorId} for update`.execute(tx.db)
  const row = rows[0]
  return row ? toRequest(tx, row) : null
}
