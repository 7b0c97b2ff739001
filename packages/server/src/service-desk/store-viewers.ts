/** Who has a request open: a row for each browser's heartbeat, forgotten soon (SRV-04). */
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'

export type Viewer = { readonly id: string; readonly name: string; readonly writing: boolean }

/** Heartbeats come every 20 seconds. */
const GONE_AFTER_MS = 50_000

export async function beat(tx: Tx, requestId: string, writing: boolean): Promise<void> {
  await sql`insert into desk_viewer (tenant_id, request_id, user_id, seen_at, writing)
    values (${tx.actor.tenantId}, ${requestId}, ${tx.actor.id}, ${tx.now}, ${writing})
    on conflict (tenant_id, request_id, user_id) do update set seen_at = excluded.seen_at,
      writing = excluded.writing`.execute(tx.db)
}

/** The others who have it open now. */
export async function viewersOf(tx: Tx, requestId: string): Promise<Viewer[]> {
  const { rows } = await sql<Viewer>`select u.id, u.name, v.writing from desk_viewer v
    join staff_user u on u.tenant_id = v.tenant_id and u.id = v.user_id
    where v.tenant_id = ${tx.actor.tenantId} and v.request_id = ${requestId} and v.seen_at > ${aliveSince(tx)}
      and v.user_id <> ${tx.actor.id} order by u.name limit 20`.execute(tx.db)
  return rows
}

export async function dropOldViewers(tx: Tx): Promise<void> {
  await tx.db
    .deleteFrom('desk_viewer')
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('seen_at', '<', aliveSince(tx))
    .execute()
}

function aliveSince(tx: Tx): string {
  return new Date(Date.parse(tx.now) - GONE_AFTER_MS).toISOString()
}
