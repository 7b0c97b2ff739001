/** Threads of channels and the requests they belong to. */
import type { ChannelName } from '@anpei/domain/service-desk'
import { sql } from 'kysely'
import { togetherInTurn, type Tx } from '../http/index.ts'
import { REQUEST_COLUMNS, toRequest, type Contact, type RequestColumns, type RequestRecord } from './store.ts'

export type ConversationTold = { readonly key: string; readonly from: Contact }

export type ThreadKey = { readonly channel: ChannelName; readonly keyHash: Buffer }
type Arriving = ThreadKey & { readonly told: ConversationTold; readonly fallback: string }

/**
 * Locks the thread, so that its messages are taken in one after the other; a thread nobody knew begins with `fallback`
 * as its request, which the same transaction must write. Answers the request the thread belongs to.
 */
export const lockConversation = togetherInTurn(async (tx: Tx, threads: readonly Arriving[]): Promise<string[]> => {
  const rows = threads.map(({ told }) => {
    const salt = tx.vault.newSalt()
    return { salt, sealed: tx.vault.seal(salt, JSON.stringify(told)) }
  })
  // Whoever locks several locks them in one order.
  const { rows: held } = await sql<Held>`insert into desk_conversation as c (tenant_id, channel, key_hash,
      request_id, touched_at, salt, sealed)
    select ${tx.actor.tenantId}::int, a.channel, a.key_hash, a.request_id, ${tx.now}::timestamptz, a.salt, a.sealed
    from unnest(${threads.map(({ channel }) => channel)}::text[], ${threads.map(({ keyHash }) => keyHash)}::bytea[],
      ${threads.map(({ fallback }) => fallback)}::uuid[], ${rows.map(({ salt }) => salt)}::bytea[],
      ${rows.map(({ sealed }) => sealed)}::bytea[]) as a (channel, key_hash, request_id, salt, sealed)
    order by a.channel, a.key_hash
    on conflict (tenant_id, channel, key_hash) do update set touched_at = excluded.touched_at
    returning c.channel, c.key_hash, c.request_id`.execute(tx.db)
  const requests = new Map(held.map((row) => [threadName(row.channel, row.key_hash), row.request_id]))
  return threads.map(({ channel, keyHash, fallback }) => requests.get(threadName(channel, keyHash)) ?? fallback)
})

type Held = { readonly channel: string; readonly key_hash: Buffer; readonly request_id: string }

function threadName(channel: string, keyHash: Buffer): string {
  return `${channel} ${keyHash.toString('base64')}`
}

/** The request of a thread, locked. */
export async function requestOfConversation(tx: Tx, { channel, keyHash }: ThreadKey): Promise<RequestRecord | null> {
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

/** Locked; whoever locks several locks them in one order. */
export const lockRequest = togetherInTurn(async (tx: Tx, ids: readonly string[]): Promise<(RequestRecord | null)[]> => {
  const { rows } = await sql<RequestColumns>`select ${REQUEST_COLUMNS} from desk_request r
    where r.tenant_id = ${tx.actor.tenantId} and r.id = any(${ids}::uuid[]) order by r.id for update`.execute(tx.db)
  const found = new Map(rows.map((row) => [row.id, toRequest(tx, row)]))
  return ids.map((id) => found.get(id) ?? null)
})
