/** Keys for programs, webhook endpoints and their deliveries (OPS-01). */
import { dayOfInstant, type Day, type Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Db } from '../../db/index.ts'
import { newId } from '../../kernel/index.ts'
import type { Named } from '../store-staff.ts'

export type ApiKeyRecord = {
  id: string
  name: string
  permissions: string[]
  per_minute: number
  created_by: Named
  created_at: Instant
  expires_at: Instant | null
  revoked_at: Instant | null
}

export async function allApiKeys(db: Db, tenantId: number): Promise<ApiKeyRecord[]> {
  return (
    await sql<ApiKeyRecord>`select k.id, k.name, k.permissions, k.per_minute, k.created_at, k.expires_at,
    k.revoked_at,
    json_build_object('id', k.created_by, 'name', coalesce(u.name, '')) as created_by
    from api_key k left join staff_user u on u.tenant_id = k.tenant_id and u.id = k.created_by
    where k.tenant_id = ${tenantId} order by k.revoked_at nulls first, k.created_at desc limit 200`.execute(db)
  ).rows
}

export type NewApiKey = {
  readonly id: string
  readonly name: string
  readonly keyHash: Buffer
  readonly permissions: readonly string[]
  readonly perMinute: number
  readonly createdBy: string
  readonly expiresAt: Instant | null
}

/** False where a live key has this name. */
export async function insertApiKey(db: Db, tenantId: number, now: Instant, key: NewApiKey): Promise<boolean> {
  const result = await db
    .insertInto('api_key')
    .values({
      tenant_id: tenantId,
      id: key.id,
      name: key.name,
      key_hash: key.keyHash,
      permissions: [...key.permissions],
      per_minute: key.perMinute,
      created_by: key.createdBy,
      created_at: now,
      expires_at: key.expiresAt,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'name']).where('revoked_at', 'is', null).doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

export async function revokeApiKeyRow(db: Db, tenantId: number, id: string, now: Instant): Promise<boolean> {
  const result = await db
    .updateTable('api_key')
    .set({ revoked_at: now })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export type WebhookRecord = {
  id: string
  name: string
  url: string
  events: string[]
  partner: string
  in_force: boolean
  created_by: Named
  created_at: Instant
  stopped_at: Instant | null
  waiting: number
  failed: number
}

export async function allWebhooks(db: Db, tenantId: number, today: Day): Promise<WebhookRecord[]> {
  return (
    await sql<WebhookRecord>`select e.id, e.name, e.url, e.events, e.created_at, e.stopped_at,
    json_build_object('id', e.created_by, 'name', coalesce(u.name, '')) as created_by,
    (select count(*)::int from webhook_delivery d where d.tenant_id = e.tenant_id and d.endpoint_id = e.id
      and d.next_try_at is not null) as waiting,
    (select count(*)::int from webhook_delivery d where d.tenant_id = e.tenant_id and d.endpoint_id = e.id
      and d.next_try_at is null and d.delivered_at is null) as failed,
    s.partner, ${inForce(today)} as in_force
    from webhook_endpoint e join sharing_entry s on s.tenant_id = e.tenant_id and s.id = e.sharing_id
    left join staff_user u on u.tenant_id = e.tenant_id and u.id = e.created_by
    where e.tenant_id = ${tenantId} order by e.stopped_at nulls first, e.created_at desc limit 200`.execute(db)
  ).rows
}

/** CUS-09: an agreement that was confirmed and runs; the register itself is kept by the customers' row. */
function inForce(today: Day) {
  return sql<boolean>`(s.state = 'active' and ${today}::date between s.from_on and s.to_on)`
}

export async function sharingPartners(db: Db, tenantId: number, today: Day): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`select s.id, s.partner as name from sharing_entry s
    where s.tenant_id = ${tenantId} and ${inForce(today)} and s.kind not in ('bank', 'authority')
    order by s.kind <> 'program', s.partner, s.id limit 500`.execute(db)
  return rows
}

export type NewWebhook = {
  readonly id: string
  readonly name: string
  readonly url: string
  readonly events: readonly string[]
  readonly sharingId: string
  readonly salt: Buffer
  readonly secretSealed: Buffer
  readonly createdBy: string
}

/** Begins with what happens from now on. False where a live webhook has this name. */
export async function insertWebhook(db: Db, tenantId: number, now: Instant, webhook: NewWebhook): Promise<boolean> {
  const result = await db
    .insertInto('webhook_endpoint')
    .values({
      tenant_id: tenantId,
      id: webhook.id,
      name: webhook.name,
      url: webhook.url,
      events: [...webhook.events],
      sharing_id: webhook.sharingId,
      salt: webhook.salt,
      secret_sealed: webhook.secretSealed,
      created_by: webhook.createdBy,
      created_at: now,
      after_block: sql<bigint>`(select coalesce(max(block_no), 0) from audit_block where tenant_id = ${tenantId})`,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'name']).where('stopped_at', 'is', null).doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

export async function stopWebhookRow(db: Db, tenantId: number, id: string, now: Instant): Promise<boolean> {
  const result = await db
    .updateTable('webhook_endpoint')
    .set({ stopped_at: now })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('stopped_at', 'is', null)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) return false
  await db
    .updateTable('webhook_delivery')
    .set({ next_try_at: null, last_fault: '推送已停止' })
    .where('tenant_id', '=', tenantId)
    .where('endpoint_id', '=', id)
    .where('next_try_at', 'is not', null)
    .execute()
  return true
}

export type DeliveryRecord = {
  id: string
  event_id: string
  event_name: string
  tries: number
  created_at: Instant
  next_try_at: Instant | null
  last_status: number | null
  last_fault: string | null
  delivered_at: Instant | null
}

export async function findDeliveries(
  db: Db,
  tenantId: number,
  endpointId: string,
  asked: { outcome: 'waiting' | 'delivered' | 'given_up' | undefined; after: string | null; limit: number },
): Promise<DeliveryRecord[]> {
  let query = db
    .selectFrom('webhook_delivery as d')
    .innerJoin('event as e', (join) => join.onRef('e.tenant_id', '=', 'd.tenant_id').onRef('e.id', '=', 'd.event_id'))
    .select([
      'd.id',
      'd.event_id',
      'e.name as event_name',
      'd.tries',
      'd.created_at',
      'd.next_try_at',
      'd.last_status',
      'd.last_fault',
      'd.delivered_at',
    ])
    .where('d.tenant_id', '=', tenantId)
    .where('d.endpoint_id', '=', endpointId)
  if (asked.outcome === 'waiting') query = query.where('d.next_try_at', 'is not', null)
  if (asked.outcome === 'delivered') query = query.where('d.delivered_at', 'is not', null)
  if (asked.outcome === 'given_up') query = query.where('d.next_try_at', 'is', null).where('d.delivered_at', 'is', null)
  if (asked.after) query = query.where('d.id', '<', asked.after)
  return query.orderBy('d.id', 'desc').limit(asked.limit).execute()
}

export async function retryDeliveryRow(db: Db, tenantId: number, id: string, now: Instant): Promise<boolean> {
  const result = await sql`update webhook_delivery d set next_try_at = ${now}, tries = 0 from webhook_endpoint e
    where d.tenant_id = ${tenantId} and d.id = ${id} and d.delivered_at is null
      and e.tenant_id = d.tenant_id and e.id = d.endpoint_id and e.stopped_at is null`.execute(db)
  return result.numAffectedRows === 1n
}

/**
 * Plans a delivery for each event of newly sealed blocks an endpoint asked for. Each block is planned once, whoever
 * plans, because the endpoint is held until its mark has moved on. Nothing of a sealed matter leaves (CUS-11); while
 * the agreement is out of force everything waits (CUS-09).
 */
export async function planDeliveries(db: Db, tenantId: number, now: Instant): Promise<number> {
  const { rows: endpoints } = await sql<{ id: string; events: string[]; after_block: bigint }>`
    select e.id, e.events, e.after_block from webhook_endpoint e
    join sharing_entry s on s.tenant_id = e.tenant_id and s.id = e.sharing_id and ${inForce(dayOfInstant(now))}
    where e.tenant_id = ${tenantId} and e.stopped_at is null order by e.id for update of e`.execute(db)
  if (endpoints.length === 0) return 0
  const last = await db
    .selectFrom('audit_block')
    .select('block_no')
    .where('tenant_id', '=', tenantId)
    .orderBy('block_no', 'desc')
    .limit(1)
    .executeTakeFirst()
  let count = 0
  for (const endpoint of endpoints.filter((one) => last && one.after_block < last.block_no)) {
    const to = last?.block_no ?? 0n
    const wanted = (
      await sql<{ event_id: string }>`select s.event_id from audit_block b
      cross join lateral unnest(b.event_ids, b.event_names) as s(event_id, event_name)
      join event e on e.tenant_id = b.tenant_id and e.id = s.event_id
      where b.tenant_id = ${tenantId} and b.block_no > ${endpoint.after_block} and b.block_no <= ${to}
        and not exists (select from seal z where z.tenant_id = e.tenant_id and z.subject_kind = e.subject_kind
          and z.subject_id = e.subject_id and z.lifted_at is null)
        and (s.event_name = any(${endpoint.events}::text[])
          or split_part(s.event_name, '.', 1) || '.*' = any(${endpoint.events}::text[]))
      order by b.block_no`.execute(db)
    ).rows
    for (let at = 0; at < wanted.length; at += 1000) {
      await db
        .insertInto('webhook_delivery')
        .values(
          wanted.slice(at, at + 1000).map(({ event_id }) => ({
            tenant_id: tenantId,
            id: newId(),
            endpoint_id: endpoint.id,
            event_id,
            created_at: now,
            next_try_at: now,
          })),
        )
        .onConflict((conflict) => conflict.columns(['tenant_id', 'endpoint_id', 'event_id']).doNothing())
        .execute()
    }
    await db
      .updateTable('webhook_endpoint')
      .set({ after_block: to })
      .where('tenant_id', '=', tenantId)
      .where('id', '=', endpoint.id)
      .execute()
    count += wanted.length
  }
  return count
}

export type DueDelivery = {
  id: string
  url: string
  salt: Buffer
  secret_sealed: Buffer
  tries: number
  event_id: string
}

/** Takes what is due, and puts its next try off far enough that nobody sends it at the same time. */
export async function takeDueDeliveries(
  db: Db,
  tenantId: number,
  now: Instant,
  until: Instant,
  limit: number,
): Promise<DueDelivery[]> {
  return (
    await sql<DueDelivery>`update webhook_delivery d set tries = d.tries + 1, next_try_at = ${until}
    from webhook_endpoint e
    where d.tenant_id = ${tenantId} and e.tenant_id = d.tenant_id and e.id = d.endpoint_id and d.id in (
      select w.id from webhook_delivery w
      join webhook_endpoint o on o.tenant_id = w.tenant_id and o.id = w.endpoint_id
      join sharing_entry s on s.tenant_id = o.tenant_id and s.id = o.sharing_id and ${inForce(dayOfInstant(now))}
      where w.tenant_id = ${tenantId} and w.next_try_at <= ${now} order by w.next_try_at, w.id
      limit ${limit} for update of w skip locked)
    returning d.id, e.url, e.salt, e.secret_sealed, d.tries, d.event_id`.execute(db)
  ).rows
}

export async function saveDelivery(
  db: Db,
  tenantId: number,
  id: string,
  outcome: { status: number | null; fault: string | null; deliveredAt: Instant | null; nextTryAt: Instant | null },
): Promise<void> {
  await db
    .updateTable('webhook_delivery')
    .set({
      last_status: outcome.status,
      last_fault: outcome.fault,
      delivered_at: outcome.deliveredAt,
      next_try_at: outcome.nextTryAt,
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('delivered_at', 'is', null)
    .execute()
}
