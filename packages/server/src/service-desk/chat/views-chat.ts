/** Reads the request a chat belongs to now, by its key alone, and how many wait longer. */
import { stateOf, type Instant } from '@anpei/domain/kernel'
import { requestLifecycle } from '@anpei/domain/service-desk'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'

export type ChatRequest = {
  readonly id: string
  readonly requestNo: string
  readonly unansweredSince: Instant | null
  readonly dueAt: Instant | null
  readonly taken: boolean
  readonly ended: boolean
}

export async function chatRequest(tx: Tx, chat: string): Promise<ChatRequest | null> {
  type Found = Omit<ChatRequest, 'ended'> & { state: string }
  const { rows } = await sql<Found>`select r.id, r.request_no as "requestNo", r.state, r.due_at as "dueAt",
      r.unanswered_since as "unansweredSince", r.owner_id is not null as taken
    from desk_conversation c join desk_request m on m.tenant_id = c.tenant_id and m.id = c.request_id
    join desk_request r on r.tenant_id = m.tenant_id and r.id = coalesce(m.merged_into, m.id)
    where c.tenant_id = ${tx.actor.tenantId} and c.channel = 'chat'
      and c.key_hash = ${tx.vault.lookupHash('token', `chat:${chat}`)}`.execute(tx.db)
  const row = rows[0]
  if (!row) return null
  const { state, ...request } = row
  return { ...request, ended: requestLifecycle.states[stateOf(requestLifecycle, state)].phase === 'ended' }
}

const MOST_COUNTED = 500

/** Null when nobody waits for an answer in this chat. */
export async function waitingBefore(tx: Tx, { unansweredSince, id }: ChatRequest): Promise<number | null> {
  if (unansweredSince === null) return null
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (select 1 from desk_request
    where tenant_id = ${tx.actor.tenantId} and channel = 'chat' and unanswered_since < ${unansweredSince}
      and state in ('received', 'taken', 'answered', 'snoozed') and id <> ${id} limit ${MOST_COUNTED}) counted`.execute(
    tx.db,
  )
  return rows[0]?.n ?? 0
}
