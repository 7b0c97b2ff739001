/** What a request hangs together with: claims, reports, persons, other requests (SRV-04). */
import { NOBODY_ID } from '@anpei/domain/kernel'
import type { LinkKind } from '@anpei/domain/service-desk'
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'
import { requestScope } from './store.ts'

export type Target = { readonly kind: LinkKind; readonly id: string }
export type LinkRow = Target & { readonly label: string }

export async function insertLink(tx: Tx, requestId: string, target: Target): Promise<void> {
  await tx.db
    .insertInto('desk_link')
    .values({
      tenant_id: tx.actor.tenantId,
      request_id: requestId,
      target_kind: target.kind,
      target_id: target.id,
      // What goes on in a thread is linked by nobody.
      made_by: tx.actor.kind === 'system' ? NOBODY_ID : tx.actor.id,
      made_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function dropLink(tx: Tx, requestId: string, target: Target): Promise<boolean> {
  const dropped = await tx.db
    .deleteFrom('desk_link')
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('request_id', '=', requestId)
    .where('target_kind', '=', target.kind)
    .where('target_id', '=', target.id)
    .executeTakeFirst()
  return dropped.numDeletedRows > 0n
}

/** Links made from either side, as far as the other request may be seen, with the number or name people know. */
export async function linksOf(tx: Tx, requestId: string): Promise<LinkRow[]> {
  const { rows } = await sql<LinkRow>`
    with l as (select target_kind as kind, target_id as id from desk_link
        where tenant_id = ${tx.actor.tenantId} and request_id = ${requestId}
      union select 'request', request_id from desk_link
        where tenant_id = ${tx.actor.tenantId} and target_id = ${requestId})
    select l.kind, l.id, coalesce(c.claim_no, p.report_no, v.name, r.request_no, s.visit_no, '') as label from l
    left join claim c on l.kind = 'claim' and c.tenant_id = ${tx.actor.tenantId} and c.id = l.id
    left join report p on l.kind = 'report' and p.tenant_id = ${tx.actor.tenantId} and p.id = l.id
    left join person v on l.kind = 'person' and v.tenant_id = ${tx.actor.tenantId} and v.id = l.id
    left join desk_request r on l.kind = 'request' and r.tenant_id = ${tx.actor.tenantId} and r.id = l.id
    left join visit s on l.kind = 'visit' and s.tenant_id = ${tx.actor.tenantId} and s.id = l.id
    where l.kind <> 'request' or ${requestScope(tx.actor, 'desk.read')}
    order by l.kind, label limit 100`.execute(tx.db)
  return rows
}

/** The requests linked with any of them, oldest first; who may see which is asked of each. */
export async function requestIdsAbout(tx: Tx, targetIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select distinct coalesce(r.merged_into, r.id) as id from desk_link l
    join desk_request r on r.tenant_id = l.tenant_id and r.id = l.request_id
    where l.tenant_id = ${tx.actor.tenantId} and l.target_id = any(${[...targetIds]}::uuid[])
    order by id limit 20`.execute(tx.db)
  return rows.map(({ id }) => id)
}

const TABLES: Readonly<Record<LinkKind, string>> = {
  claim: 'claim',
  report: 'report',
  person: 'person',
  request: 'desk_request',
  visit: 'visit',
}

/** Whether there is such a thing in the tenant; a request that may not be seen is none. */
export async function targetExists(tx: Tx, target: Target): Promise<boolean> {
  const table = sql.table(TABLES[target.kind])
  const { rows } = await sql<{ id: string }>`select id from ${table}
    where tenant_id = ${tx.actor.tenantId} and id = ${target.id}`.execute(tx.db)
  return rows.length > 0
}
