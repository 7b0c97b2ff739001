/**
 * Writes what became of notices on their way through the chain: many at a time, in few statements. Each change names
 * the state it was decided from, so that two workers never both make it.
 */
import type { Instant, Transition } from '@anpei/domain/kernel'
import { stateOf } from '@anpei/domain/kernel'
import {
  attemptLifecycle,
  noticeLifecycle,
  type AttemptState,
  type NoticeChannel,
  type NoticeState,
} from '@anpei/domain/notifications'
import { sql } from 'kysely'
import type { Db } from '../db/index.ts'
import { toNotice, type NoticeColumns, type NoticeRecord } from './store.ts'

export type DueRecord = NoticeRecord & {
  readonly attempt: { readonly state: AttemptState; readonly tries: number } | null
}

/** Takes notices whose time has come; others working at the same moment pass them over. */
export async function takeDue(db: Db, tenantId: number, now: Instant, limit: number): Promise<DueRecord[]> {
  const { rows } = await sql<NoticeColumns & { attempt_state: string | null; attempt_tries: number | null }>`
    select n.*, a.state as attempt_state, a.tries as attempt_tries
    from notice n left join notice_attempt a on a.tenant_id = n.tenant_id and a.id = n.attempt_id
    where n.tenant_id = ${tenantId} and n.due_at <= ${now}
    order by n.due_at limit ${limit} for update of n skip locked`.execute(db)
  return rows.map((row) => ({
    ...toNotice(row),
    attempt:
      row.attempt_state === null
        ? null
        : { state: stateOf(attemptLifecycle, row.attempt_state), tries: row.attempt_tries ?? 0 },
  }))
}

/** Everything not named stays as it is; `step` null = only the time or the fault changes. */
export type NoticeTransition = {
  readonly id: string
  readonly step: Transition<NoticeState> | null
  readonly dueAt: Instant | null
  readonly stepNo?: number
  readonly channel?: NoticeChannel
  readonly recipientMasked?: string
  readonly attemptNo?: number
  /** '' = the present step has no attempt yet. */
  readonly attemptId?: string
  readonly fault?: string | null
  readonly sentAt?: Instant
  readonly deliveredAt?: Instant
  readonly reachedAt?: Instant
}

export async function moveNotices(db: Db, tenantId: number, moves: readonly NoticeTransition[]): Promise<void> {
  if (moves.length === 0) return
  const rows = moves.map((move) => ({
    id: move.id,
    from: move.step?.from ?? null,
    to: move.step?.to ?? null,
    due_at: move.dueAt,
    step_no: move.stepNo ?? null,
    channel: move.channel ?? null,
    recipient_masked: move.recipientMasked ?? null,
    attempt_no: move.attemptNo ?? null,
    attempt_id: move.attemptId ?? null,
    fault: move.fault ?? null,
    keeps_fault: move.fault === undefined,
    sent_at: move.sentAt ?? null,
    delivered_at: move.deliveredAt ?? null,
    reached_at: move.reachedAt ?? null,
  }))
  await sql`update notice n set
      state = coalesce(c.to, n.state), due_at = c.due_at,
      step_no = coalesce(c.step_no, n.step_no), channel = coalesce(c.channel, n.channel),
      recipient_masked = coalesce(c.recipient_masked, n.recipient_masked),
      attempt_no = coalesce(c.attempt_no, n.attempt_no),
      attempt_id = case when c.attempt_id is null then n.attempt_id else nullif(c.attempt_id, '')::uuid end,
      fault = case when c.keeps_fault then n.fault else c.fault end,
      sent_at = coalesce(c.sent_at, n.sent_at), delivered_at = coalesce(c.delivered_at, n.delivered_at),
      reached_at = coalesce(c.reached_at, n.reached_at)
    from json_to_recordset(${JSON.stringify(rows)}::json) as c (id uuid, "from" text, "to" text, due_at timestamptz,
      step_no int, channel text, recipient_masked text, attempt_no int, attempt_id text, fault text,
      keeps_fault boolean, sent_at timestamptz, delivered_at timestamptz, reached_at timestamptz)
    where n.tenant_id = ${tenantId} and n.id = c.id
      and (n.state = c.from or (c.from is null and n.state in ('waiting', 'sent', 'delivered')))`.execute(db)
}

export type NewAttempt = {
  readonly id: string
  readonly noticeId: string
  readonly attemptNo: number
  readonly channel: NoticeChannel
  readonly recipientMasked: string
}

/** Begins attempts, or counts one more try of those begun before: the number stays the same. */
export async function beginAttempts(
  db: Db,
  tenantId: number,
  now: Instant,
  attempts: readonly NewAttempt[],
): Promise<void> {
  if (attempts.length === 0) return
  const rows = attempts.map((one) => ({
    id: one.id,
    notice_id: one.noticeId,
    attempt_no: one.attemptNo,
    channel: one.channel,
    recipient_masked: one.recipientMasked,
  }))
  await sql`insert into notice_attempt (tenant_id, id, notice_id, attempt_no, channel, recipient_masked, state, tries,
      begun_at)
    select ${tenantId}::int, c.id, c.notice_id, c.attempt_no, c.channel, c.recipient_masked,
      ${attemptLifecycle.initial}::text, 1, ${now}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json) as c (id uuid, notice_id uuid, attempt_no int, channel text,
      recipient_masked text)
    on conflict (tenant_id, id) do update set tries = notice_attempt.tries + 1`.execute(db)
}

export type AttemptTransition = {
  readonly id: string
  readonly step: Transition<AttemptState> | null
  readonly providerNo?: string | null
  readonly sentAt?: Instant
  readonly receipt?: string
  readonly receiptAt?: Instant
  readonly fault?: string | null
  readonly handedBy?: string
  readonly proof?: string
}

export async function moveAttempts(db: Db, tenantId: number, moves: readonly AttemptTransition[]): Promise<void> {
  if (moves.length === 0) return
  const rows = moves.map((move) => ({
    id: move.id,
    from: move.step?.from ?? null,
    to: move.step?.to ?? null,
    provider_no: move.providerNo ?? null,
    sent_at: move.sentAt ?? null,
    receipt: move.receipt ?? null,
    receipt_at: move.receiptAt ?? null,
    fault: move.fault ?? null,
    handed_by: move.handedBy ?? null,
    proof: move.proof ?? null,
  }))
  // The gateway's number is kept also when a receipt was faster than our own note.
  await sql`update notice_attempt a set
      state = case when a.state = c.from then c.to else a.state end,
      provider_no = coalesce(c.provider_no, a.provider_no), sent_at = coalesce(a.sent_at, c.sent_at),
      receipt = coalesce(c.receipt, a.receipt), receipt_at = coalesce(c.receipt_at, a.receipt_at),
      fault = coalesce(c.fault, a.fault), handed_by = coalesce(c.handed_by, a.handed_by),
      proof = coalesce(c.proof, a.proof)
    from json_to_recordset(${JSON.stringify(rows)}::json) as c (id uuid, "from" text, "to" text, provider_no text,
      sent_at timestamptz, receipt text, receipt_at timestamptz, fault text, handed_by uuid, proof text)
    where a.tenant_id = ${tenantId} and a.id = c.id`.execute(db)
}

/** A text that was written anew before it left. */
export async function saveText(
  db: Db,
  tenantId: number,
  id: string,
  templateVersion: number,
  seal: { salt: Buffer; sealed: Buffer },
): Promise<void> {
  await db
    .updateTable('notice')
    .set({ template_version: templateVersion, salt: seal.salt, sealed: seal.sealed })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()
}

type Waiting = {
  readonly personId: string
  readonly occasion: string
  readonly template: string
  readonly templateVersion: number
}

/** The words of what waits for more of its occasion, as long as nobody has been told of it. */
export async function saveWaitingText(
  db: Db,
  tenantId: number,
  { personId, occasion, template, templateVersion }: Waiting,
  seal: { salt: Buffer; sealed: Buffer },
): Promise<void> {
  await db
    .updateTable('notice')
    .set({ template, template_version: templateVersion, salt: seal.salt, sealed: seal.sealed })
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .where('occasion', '=', occasion)
    .where('state', '=', noticeLifecycle.initial)
    .where('attempt_no', '=', 0)
    .execute()
}

/** Whether somebody of the household got a letter of this occasion. */
export async function householdToldOf(
  db: Db,
  tenantId: number,
  notice: { readonly id: string; readonly householdId: string; readonly occasion: string },
): Promise<boolean> {
  const { rows } = await sql<{ one: number }>`
    select 1 as one from notice_preference w
    join notice n on n.tenant_id = w.tenant_id and n.person_id = w.person_id and n.occasion = ${notice.occasion}
    where w.tenant_id = ${tenantId} and w.household_id = ${notice.householdId} and n.id < ${notice.id}
      and n.channel in ('letter', 'visit') and n.state in ('waiting', 'reached') limit 1`.execute(db)
  return rows.length > 0
}

export type AttemptBrief = {
  readonly id: string
  readonly noticeId: string
  readonly state: AttemptState
  readonly tries: number
  /** The notice still stands at this attempt. */
  readonly isPresent: boolean
}

export async function attemptsOf(db: Db, tenantId: number, ids: readonly string[]): Promise<AttemptBrief[]> {
  const { rows } = await sql<{ id: string; notice_id: string; state: string; tries: number; is_present: boolean }>`
    select a.id, a.notice_id, a.state, a.tries, coalesce(n.attempt_id = a.id, false) as is_present
    from notice_attempt a join notice n on n.tenant_id = a.tenant_id and n.id = a.notice_id
    where a.tenant_id = ${tenantId} and a.id = any(${ids}::uuid[]) for update of n`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    noticeId: row.notice_id,
    state: stateOf(attemptLifecycle, row.state),
    tries: row.tries,
    isPresent: row.is_present,
  }))
}

export async function isAnyDue(db: Db, tenantId: number, now: Instant): Promise<boolean> {
  const { rows } = await sql<{ due: boolean }>`
    select exists (select 1 from notice where tenant_id = ${tenantId} and due_at <= ${now}) as due`.execute(db)
  return rows[0]?.due ?? false
}
