/**
 * Writes and reads the outbox of notices. What is said, and to whom, stands sealed.
 */
import { stateOf, type Instant } from '@anpei/domain/kernel'
import { isNoticeChannel, noticeLifecycle, type NoticeChannel, type NoticeState } from '@anpei/domain/notifications'
import { sql } from 'kysely'
import type { Db } from '../db/index.ts'
import { seenUnderSeal } from '../events/index.ts'
import type { Tx } from '../http/index.ts'

export type NewNotice = {
  readonly id: string
  readonly personId: string
  readonly subject: { readonly kind: string; readonly id: string }
  readonly occasion: string
  readonly template: string
  readonly templateVersion: number
  readonly urgent: boolean
  readonly channel: NoticeChannel
  readonly recipientMasked: string
  readonly householdId: string | null
  readonly dueAt: Instant
  readonly salt: Buffer
  readonly sealed: Buffer
}

/** One statement of one text; false for those whose person was told of this occasion before. */
export async function insertNotices(
  db: Db,
  tenantId: number,
  now: Instant,
  notices: readonly NewNotice[],
): Promise<boolean[]> {
  const all = <V>(valueOf: (notice: NewNotice) => V) => notices.map(valueOf)
  const { rows } = await sql<{ id: string }>`
    insert into notice (tenant_id, id, person_id, subject_kind, subject_id, occasion, template, template_version,
      urgent, channel, recipient_masked, household_id, due_at, salt, sealed, state, created_at)
    select ${tenantId}::int, n.*, ${noticeLifecycle.initial}, ${now}::timestamptz
    from unnest(${all((one) => one.id)}::uuid[], ${all((one) => one.personId)}::uuid[],
      ${all((one) => one.subject.kind)}::text[], ${all((one) => one.subject.id)}::uuid[],
      ${all((one) => one.occasion)}::text[], ${all((one) => one.template)}::text[],
      ${all((one) => one.templateVersion)}::int[], ${all((one) => one.urgent)}::boolean[],
      ${all((one) => one.channel)}::text[], ${all((one) => one.recipientMasked)}::text[],
      ${all((one) => one.householdId)}::uuid[], ${all((one) => one.dueAt)}::timestamptz[],
      ${all((one) => one.salt)}::bytea[], ${all((one) => one.sealed)}::bytea[]) as n
    on conflict (tenant_id, person_id, occasion) do nothing returning id`.execute(db)
  const fresh = new Set(rows.map((row) => row.id))
  return notices.map((notice) => fresh.has(notice.id))
}

const NOTICE_COLUMNS = [
  'id',
  'person_id',
  'subject_kind',
  'subject_id',
  'occasion',
  'template',
  'template_version',
  'urgent',
  'channel',
  'recipient_masked',
  'household_id',
  'salt',
  'sealed',
  'state',
  'step_no',
  'attempt_no',
  'attempt_id',
  'created_at',
  'due_at',
  'sent_at',
  'delivered_at',
  'reached_at',
  'fault',
] as const

export type NoticeRecord = {
  readonly id: string
  readonly personId: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly occasion: string
  readonly template: string
  readonly templateVersion: number
  readonly urgent: boolean
  readonly channel: NoticeChannel
  readonly recipientMasked: string
  readonly householdId: string | null
  readonly salt: Buffer
  readonly sealed: Buffer
  readonly state: NoticeState
  readonly stepNo: number
  readonly attemptNo: number
  readonly attemptId: string | null
  readonly createdAt: Instant
  readonly dueAt: Instant | null
  readonly sentAt: Instant | null
  readonly deliveredAt: Instant | null
  readonly reachedAt: Instant | null
  readonly fault: string | null
}

/** What is told about a sealed matter is sealed with it (CUS-11). */
function seen(tx: Tx) {
  return seenUnderSeal(tx.actor, tx.now, sql`notice.subject_kind`, sql`notice.subject_id`)
}

export async function findNotice(tx: Tx, id: string): Promise<NoticeRecord | undefined> {
  const row = await noticeOf(tx, id).executeTakeFirst()
  return row && toNotice(row)
}

/** Locked until the end of the transaction. */
export async function lockNotice(tx: Tx, id: string): Promise<NoticeRecord | undefined> {
  const row = await noticeOf(tx, id).forUpdate().executeTakeFirst()
  return row && toNotice(row)
}

function noticeOf(tx: Tx, id: string) {
  return tx.db
    .selectFrom('notice')
    .select(NOTICE_COLUMNS)
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', id)
    .where(seen(tx))
}

export type NoticeFilter = {
  readonly personId?: string | undefined
  readonly subjectId?: string | undefined
  readonly state?: string | undefined
  readonly channel?: string | undefined
  readonly template?: string | undefined
  readonly beforeId: string | null
  readonly limit: number
}

/** Newest first; ids grow with time. */
export async function noticesOf(tx: Tx, filter: NoticeFilter): Promise<NoticeRecord[]> {
  const { personId, subjectId, state, channel, template, beforeId } = filter
  let query = tx.db
    .selectFrom('notice')
    .select(NOTICE_COLUMNS)
    .where('tenant_id', '=', tx.actor.tenantId)
    .where(seen(tx))
  if (personId) query = query.where('person_id', '=', personId)
  if (subjectId) query = query.where('subject_id', '=', subjectId)
  if (state) query = query.where('state', '=', state)
  if (channel) query = query.where('channel', '=', channel)
  if (template) query = query.where('template', '=', template)
  if (beforeId) query = query.where('id', '<', beforeId)
  const rows = await query.orderBy('id', 'desc').limit(filter.limit).execute()
  return rows.map(toNotice)
}

export type QueueCount = { readonly channel: NoticeChannel; readonly state: NoticeState; readonly count: number }

/** What is on its way, and what failed since then; each number exact up to 10,000. */
export async function queueCounts(db: Db, tenantId: number, since: Instant): Promise<QueueCount[]> {
  const open = Object.keys(noticeLifecycle.states).filter((state) => state !== 'reached' && state !== 'stopped')
  const { rows } = await sql<{ state: string; channel: string; count: number }>`
    select s.state, n.channel, count(*)::int as count
    from unnest(${open}::text[]) as s(state), lateral (
      select channel, created_at from notice where tenant_id = ${tenantId} and state = s.state
      order by id desc limit 10000) n
    where s.state <> 'failed' or n.created_at >= ${since}
    group by 1, 2 order by 1, 2`.execute(db)
  return rows.map((row) => ({
    state: stateOf(noticeLifecycle, row.state),
    channel: channelOf(row.channel),
    count: row.count,
  }))
}

export type NoticeColumns = {
  id: string
  person_id: string
  subject_kind: string
  subject_id: string
  occasion: string
  template: string
  template_version: number
  urgent: boolean
  channel: string
  recipient_masked: string
  household_id: string | null
  salt: Buffer
  sealed: Buffer
  state: string
  step_no: number
  attempt_no: number
  attempt_id: string | null
  created_at: Instant
  due_at: Instant | null
  sent_at: Instant | null
  delivered_at: Instant | null
  reached_at: Instant | null
  fault: string | null
}

export function toNotice(row: NoticeColumns): NoticeRecord {
  return {
    id: row.id,
    personId: row.person_id,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    occasion: row.occasion,
    template: row.template,
    templateVersion: row.template_version,
    urgent: row.urgent,
    channel: channelOf(row.channel),
    recipientMasked: row.recipient_masked,
    householdId: row.household_id,
    salt: row.salt,
    sealed: row.sealed,
    state: stateOf(noticeLifecycle, row.state),
    stepNo: row.step_no,
    attemptNo: row.attempt_no,
    attemptId: row.attempt_id,
    createdAt: row.created_at,
    dueAt: row.due_at,
    sentAt: row.sent_at,
    deliveredAt: row.delivered_at,
    reachedAt: row.reached_at,
    fault: row.fault,
  }
}

export function channelOf(text: string): NoticeChannel {
  if (isNoticeChannel(text)) return text
  throw new Error(`unknown channel ${text}`)
}
