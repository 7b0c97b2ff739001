/** Reads the attempts of a notice, first one first. */
import { stateOf, type Instant } from '@anpei/domain/kernel'
import { attemptLifecycle, type AttemptState, type NoticeChannel } from '@anpei/domain/notifications'
import type { Db } from '../db/index.ts'
import { channelOf } from './store.ts'

export type AttemptRecord = {
  readonly id: string
  readonly attemptNo: number
  readonly channel: NoticeChannel
  readonly recipientMasked: string
  readonly state: AttemptState
  readonly tries: number
  readonly providerNo: string | null
  readonly begunAt: Instant
  readonly sentAt: Instant | null
  readonly receipt: string | null
  readonly receiptAt: Instant | null
  readonly fault: string | null
  readonly proof: string | null
}

export async function attemptsOfNotice(db: Db, tenantId: number, noticeId: string): Promise<AttemptRecord[]> {
  const rows = await db
    .selectFrom('notice_attempt')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('notice_id', '=', noticeId)
    .orderBy('attempt_no')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    attemptNo: row.attempt_no,
    channel: channelOf(row.channel),
    recipientMasked: row.recipient_masked,
    state: stateOf(attemptLifecycle, row.state),
    tries: row.tries,
    providerNo: row.provider_no,
    begunAt: row.begun_at,
    sentAt: row.sent_at,
    receipt: row.receipt,
    receiptAt: row.receipt_at,
    fault: row.fault,
    proof: row.proof,
  }))
}
