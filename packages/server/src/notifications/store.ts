/**
 * Writes and reads the outbox of notices and what the stand-ins were handed. What is said, and to whom, stands sealed.
 */
import type { Instant, Transition } from '@anpei/domain/kernel'
import { stateOf } from '@anpei/domain/kernel'
import { noticeLifecycle, type NoticeChannel, type NoticeState } from '@anpei/domain/notifications'
import type { Db } from '../db/index.ts'

export type NewNotice = {
  readonly id: string
  readonly personId: string
  readonly subject: { readonly kind: string; readonly id: string }
  readonly occasion: string
  readonly template: string
  readonly channel: NoticeChannel
  readonly recipientMasked: string
  readonly salt: Buffer
  readonly sealed: Buffer
}

/** False when this person was told of this occasion by this channel before. */
export async function insertNotice(db: Db, tenantId: number, now: Instant, notice: NewNotice): Promise<boolean> {
  const row = await db
    .insertInto('notice')
    .values({
      tenant_id: tenantId,
      id: notice.id,
      person_id: notice.personId,
      subject_kind: notice.subject.kind,
      subject_id: notice.subject.id,
      occasion: notice.occasion,
      template: notice.template,
      channel: notice.channel,
      recipient_masked: notice.recipientMasked,
      salt: notice.salt,
      sealed: notice.sealed,
      state: noticeLifecycle.initial,
      created_at: now,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'person_id', 'occasion', 'channel']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

const COLUMNS = [
  'id',
  'person_id',
  'subject_kind',
  'subject_id',
  'template',
  'channel',
  'recipient_masked',
  'salt',
  'sealed',
  'state',
  'tries',
  'created_at',
  'sent_at',
  'delivered_at',
  'fault',
] as const

export type NoticeRecord = {
  readonly id: string
  readonly personId: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly template: string
  readonly channel: NoticeChannel
  readonly recipientMasked: string
  readonly salt: Buffer
  readonly sealed: Buffer
  readonly state: NoticeState
  readonly tries: number
  readonly createdAt: Instant
  readonly sentAt: Instant | null
  readonly deliveredAt: Instant | null
  readonly fault: string | null
}

export async function findNotice(db: Db, tenantId: number, id: string): Promise<NoticeRecord | undefined> {
  const row = await db
    .selectFrom('notice')
    .select(COLUMNS)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && toNotice(row)
}

export type NoticeFilter = {
  readonly personId?: string | undefined
  readonly subjectId?: string | undefined
  readonly state?: string | undefined
  readonly beforeId: string | null
  readonly limit: number
}

/** Newest first; ids grow with time. */
export async function noticesOf(db: Db, tenantId: number, filter: NoticeFilter): Promise<NoticeRecord[]> {
  const { personId, subjectId, state, beforeId } = filter
  let query = db.selectFrom('notice').select(COLUMNS).where('tenant_id', '=', tenantId)
  if (personId) query = query.where('person_id', '=', personId)
  if (subjectId) query = query.where('subject_id', '=', subjectId)
  if (state) query = query.where('state', '=', state)
  if (beforeId) query = query.where('id', '<', beforeId)
  const rows = await query.orderBy('id', 'desc').limit(filter.limit).execute()
  return rows.map(toNotice)
}

type Columns = {
  id: string
  person_id: string
  subject_kind: string
  subject_id: string
  template: string
  channel: string
  recipient_masked: string
  salt: Buffer
  sealed: Buffer
  state: string
  tries: number
  created_at: Instant
  sent_at: Instant | null
  delivered_at: Instant | null
  fault: string | null
}

function toNotice(row: Columns): NoticeRecord {
  return {
    id: row.id,
    personId: row.person_id,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    template: row.template,
    channel: channelOf(row.channel),
    recipientMasked: row.recipient_masked,
    salt: row.salt,
    sealed: row.sealed,
    state: stateOf(noticeLifecycle, row.state),
    tries: row.tries,
    createdAt: row.created_at,
    sentAt: row.sent_at,
    deliveredAt: row.delivered_at,
    fault: row.fault,
  }
}

function channelOf(text: string): NoticeChannel {
  if (text === 'sms' || text === 'wechat' || text === 'email' || text === 'letter' || text === 'voice') return text
  throw new Error(`unknown channel ${text}`)
}

/** Only from the state it was read in, so that two workers never both move it. */
export async function moveNotice(
  db: Db,
  tenantId: number,
  id: string,
  step: Transition<NoticeState>,
  change: { sentAt?: Instant; deliveredAt?: Instant },
): Promise<void> {
  await db
    .updateTable('notice')
    .set({
      state: step.to,
      ...(change.sentAt ? { sent_at: change.sentAt } : {}),
      ...(change.deliveredAt ? { delivered_at: change.deliveredAt } : {}),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('state', '=', step.from)
    .execute()
}

export async function countTry(db: Db, tenantId: number, id: string, fault: string | null): Promise<void> {
  await db
    .updateTable('notice')
    .set((eb) => ({ tries: eb('tries', '+', 1), fault }))
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()
}

export type HandedOver = {
  readonly id: string
  readonly noticeId: string
  readonly channel: NoticeChannel
  readonly recipientMasked: string
  readonly salt: Buffer
  readonly sealed: Buffer
  readonly at: Instant
}

/** The same notice handed over twice is one delivery. */
export async function insertDelivery(db: Db, tenantId: number, delivery: HandedOver): Promise<void> {
  await db
    .insertInto('stand_in_delivery')
    .values({
      tenant_id: tenantId,
      id: delivery.id,
      notice_id: delivery.noticeId,
      channel: delivery.channel,
      recipient_masked: delivery.recipientMasked,
      salt: delivery.salt,
      sealed: delivery.sealed,
      at: delivery.at,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'notice_id']).doNothing())
    .execute()
}

export async function deliveriesOf(
  db: Db,
  tenantId: number,
  beforeId: string | null,
  limit: number,
): Promise<HandedOver[]> {
  const rows = await db
    .selectFrom('stand_in_delivery')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .$if(beforeId !== null, (query) => query.where('id', '<', beforeId))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    noticeId: row.notice_id,
    channel: channelOf(row.channel),
    recipientMasked: row.recipient_masked,
    salt: row.salt,
    sealed: row.sealed,
    at: row.at,
  }))
}
