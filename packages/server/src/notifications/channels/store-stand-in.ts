/** Writes and reads what the local stand-ins were handed, and the receipts they have still to give. */
import type { Instant } from '@anpei/domain/kernel'
import { isReceiptStatus, type NoticeChannel, type ReceiptStatus } from '@anpei/domain/notifications'
import { sql } from 'kysely'
import type { Db } from '../../db/index.ts'
import { seenUnderSeal } from '../../events/index.ts'
import type { Tx } from '../../http/index.ts'
import type { Receipt } from './store-receipts.ts'
import { channelOf } from '../store.ts'

export type HandedOver = {
  readonly id: string
  readonly attemptId: string
  readonly channel: NoticeChannel
  readonly recipientMasked: string
  readonly salt: Buffer
  readonly sealed: Buffer
  readonly at: Instant
  readonly receipts: readonly ReceiptStatus[]
  readonly receiptAt: Instant
}

/** The same message handed over twice is one delivery. */
export async function insertDeliveries(db: Db, tenantId: number, deliveries: readonly HandedOver[]): Promise<void> {
  if (deliveries.length === 0) return
  await db
    .insertInto('stand_in_delivery')
    .values(
      deliveries.map((one) => ({
        tenant_id: tenantId,
        id: one.id,
        attempt_id: one.attemptId,
        channel: one.channel,
        recipient_masked: one.recipientMasked,
        salt: one.salt,
        sealed: one.sealed,
        at: one.at,
        receipts: [...one.receipts],
        receipt_at: one.receipts.length === 0 ? null : one.receiptAt,
      })),
    )
    .onConflict((conflict) => conflict.columns(['tenant_id', 'attempt_id']).doNothing())
    .execute()
}

/** Takes the receipts that are due; they are given once. */
export async function takeStandInReceipts(db: Db, tenantId: number, now: Instant, limit: number): Promise<Receipt[]> {
  const { rows } = await sql<{ attempt_id: string; channel: string; receipts: string[]; receipt_at: Instant }>`
    with due as (
      select id, receipts, receipt_at from stand_in_delivery where tenant_id = ${tenantId} and receipt_at <= ${now}
      order by receipt_at limit ${limit} for update skip locked)
    update stand_in_delivery s set receipt_at = null from due
    where s.tenant_id = ${tenantId} and s.id = due.id
    returning s.attempt_id, s.channel, due.receipts, due.receipt_at`.execute(db)
  return rows.flatMap((row) =>
    row.receipts.filter(isReceiptStatus).map((status) => ({
      channel: channelOf(row.channel),
      number: row.attempt_id,
      status,
      at: row.receipt_at,
      detail: '',
    })),
  )
}

export type KeptDelivery = Omit<HandedOver, 'receipts' | 'receiptAt'> & { readonly noticeId: string }

/** What is told about a sealed matter is sealed with it (CUS-11). */
export async function deliveriesOf(tx: Tx, beforeId: string | null, limit: number): Promise<KeptDelivery[]> {
  const rows = await tx.db
    .selectFrom('stand_in_delivery as s')
    .innerJoin('notice_attempt as a', (join) =>
      join.onRef('a.tenant_id', '=', 's.tenant_id').onRef('a.id', '=', 's.attempt_id'),
    )
    .innerJoin('notice as n', (join) => join.onRef('n.tenant_id', '=', 'a.tenant_id').onRef('n.id', '=', 'a.notice_id'))
    .select(['s.id', 's.attempt_id', 'a.notice_id', 's.channel', 's.recipient_masked', 's.salt', 's.sealed', 's.at'])
    .where('s.tenant_id', '=', tx.actor.tenantId)
    .where(seenUnderSeal(tx.actor, tx.now, sql`n.subject_kind`, sql`n.subject_id`))
    .$if(beforeId !== null, (query) => query.where('s.id', '<', beforeId))
    .orderBy('s.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    attemptId: row.attempt_id,
    noticeId: row.notice_id,
    channel: channelOf(row.channel),
    recipientMasked: row.recipient_masked,
    salt: row.salt,
    sealed: row.sealed,
    at: row.at,
  }))
}
