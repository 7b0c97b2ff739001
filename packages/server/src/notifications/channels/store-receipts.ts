/** Writes and reads receipts of gateways: each once, kept until the attempt they speak of is known. */
import { stateOf, type Instant } from '@anpei/domain/kernel'
import {
  attemptLifecycle,
  noticeLifecycle,
  type AttemptState,
  type NoticeChannel,
  type NoticeState,
  type ReceiptStatus,
} from '@anpei/domain/notifications'
import { sql } from 'kysely'
import type { Db } from '../../db/index.ts'
import { channelOf } from '../store.ts'

export type Receipt = {
  readonly channel: NoticeChannel
  /** The attempt's id or the gateway's own number. */
  readonly number: string
  readonly status: ReceiptStatus
  readonly at: Instant
  readonly detail: string
}

export async function insertReceipts(
  db: Db,
  tenantId: number,
  now: Instant,
  receipts: readonly Receipt[],
): Promise<void> {
  if (receipts.length === 0) return
  await sql`insert into notice_receipt (tenant_id, channel, number, status, at, detail, arrived_at)
    select ${tenantId}::int, c.channel, c.number, c.status, c.at, c.detail, ${now}::timestamptz
    from json_to_recordset(${JSON.stringify(receipts)}::json) as c (channel text, number text, status text,
      at timestamptz, detail text)
    on conflict do nothing`.execute(db)
}

export type OpenReceipt = {
  readonly channel: NoticeChannel
  readonly number: string
  readonly status: ReceiptStatus
  readonly at: Instant
  readonly detail: string
  readonly attemptId: string
  readonly attemptState: AttemptState
  readonly noticeId: string
  readonly noticeState: NoticeState
  readonly template: string
  readonly subject: { readonly kind: string; readonly id: string }
  readonly personId: string
  readonly isPresent: boolean
  readonly dueAt: Instant | null
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Receipts of these numbers not yet applied, with what they speak of; locked. */
export async function openReceipts(db: Db, tenantId: number, numbers: readonly string[]): Promise<OpenReceipt[]> {
  const ids = numbers.filter((one) => UUID.test(one))
  const { rows } = await sql<{
    channel: string
    number: string
    status: ReceiptStatus
    at: Instant
    detail: string
    attempt_id: string
    attempt_state: string
    notice_id: string
    notice_state: string
    template: string
    subject_kind: string
    subject_id: string
    person_id: string
    is_present: boolean
    due_at: Instant | null
  }>`
    with known as materialized (
      select id, notice_id, id::text as number, channel from notice_attempt
      where tenant_id = ${tenantId} and id = any(${ids}::uuid[])
      union all
      select id, notice_id, provider_no, channel from notice_attempt
      where tenant_id = ${tenantId} and provider_no = any(${numbers}::text[]))
    select r.channel, r.number, r.status, r.at, r.detail, a.id as attempt_id, a.state as attempt_state,
      n.id as notice_id, n.state as notice_state, n.template, n.subject_kind, n.subject_id, n.person_id,
      coalesce(n.attempt_id = a.id, false) as is_present, n.due_at
    from known k
    join notice_receipt r on r.tenant_id = ${tenantId} and r.channel = k.channel and r.number = k.number
      and r.applied_at is null
    join notice n on n.tenant_id = ${tenantId} and n.id = k.notice_id
    join notice_attempt a on a.tenant_id = ${tenantId} and a.id = k.id
    order by n.id, r.at, r.status for update of n`.execute(db)
  return rows.map((row) => ({
    channel: channelOf(row.channel),
    number: row.number,
    status: row.status,
    at: row.at,
    detail: row.detail,
    attemptId: row.attempt_id,
    attemptState: stateOf(attemptLifecycle, row.attempt_state),
    noticeId: row.notice_id,
    noticeState: stateOf(noticeLifecycle, row.notice_state),
    template: row.template,
    subject: { kind: row.subject_kind, id: row.subject_id },
    personId: row.person_id,
    isPresent: row.is_present,
    dueAt: row.due_at,
  }))
}

export async function markApplied(
  db: Db,
  tenantId: number,
  now: Instant,
  receipts: readonly { channel: string; number: string; status: string }[],
): Promise<void> {
  if (receipts.length === 0) return
  const rows = receipts.map(({ channel, number, status }) => ({ channel, number, status }))
  await sql`update notice_receipt r set applied_at = ${now}
    from json_to_recordset(${JSON.stringify(rows)}::json) as c (channel text, number text, status text)
    where r.tenant_id = ${tenantId} and r.channel = c.channel and r.number = c.number
      and r.status = c.status`.execute(db)
}

/** Receipts nobody asked for are forgotten after a while, settled ones too: the attempt keeps the last. */
export async function forgetReceiptsBefore(db: Db, tenantId: number, before: Instant): Promise<void> {
  await db.deleteFrom('notice_receipt').where('tenant_id', '=', tenantId).where('arrived_at', '<', before).execute()
}

/** Numbers of receipts that came lately and were not applied yet. */
export async function earlyReceipts(db: Db, tenantId: number, since: Instant, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('notice_receipt')
    .select('number')
    .distinct()
    .where('tenant_id', '=', tenantId)
    .where('applied_at', 'is', null)
    .where('arrived_at', '>=', since)
    .limit(limit)
    .execute()
  return rows.map((row) => row.number)
}
