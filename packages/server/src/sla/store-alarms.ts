/** Writes and reads what the sweep announced and whom it told. */
import type { Instant } from '@anpei/domain/kernel'
import type { EscalationLevel, RunState, Threshold } from '@anpei/domain/sla'
import { sql } from 'kysely'
import type { Db } from '../db/index.ts'
import { seenUnderSeal } from '../events/index.ts'
import type { Tx } from '../http/index.ts'

export type DueClock = {
  readonly subjectKind: string
  readonly subjectId: string
  readonly clockId: string
  /** The version of its definition. */
  readonly version: number
  readonly run: number
  readonly state: RunState
  readonly dueAt: Instant | null
  readonly explanation: string
  readonly thresholds: readonly Threshold[]
  readonly announced: number
}

/** Locks clocks whose next look is due; those another sweep holds are left to it. */
export async function lockDueClocks(db: Db, tenantId: number, now: Instant, limit: number): Promise<DueClock[]> {
  const { rows } = await sql<DueClock>`select subject_kind as "subjectKind", subject_id as "subjectId",
      clock_id as "clockId", def_version as version, instance_no as run, state, due_at as "dueAt",
      explanation, thresholds, announced_percent as announced
    from clock where tenant_id = ${tenantId} and next_at is not null and next_at <= ${now}
    order by next_at limit ${limit} for update skip locked`.execute(db)
  // Thresholds come back from jsonb as they were written by the fold.
  return rows
}

/** Cases with a run whose period has ended while nothing told the clock, in the order of their ids, after one. */
export async function endedPeriods(
  db: Db,
  tenantId: number,
  now: Instant,
  { clockIds, kinds }: { readonly clockIds: readonly string[]; readonly kinds: readonly string[] },
  after: string,
  limit: number,
): Promise<{ kind: string; id: string }[]> {
  const { rows } = await sql<{ kind: string; id: string }>`select distinct on (subject_id) subject_kind as kind,
      subject_id as id
    from clock where tenant_id = ${tenantId} and next_at <= ${now} and due_at < ${now} and state = 'running'
      and clock_id = any(${clockIds}::text[]) and subject_kind = any(${kinds}::text[]) and subject_id > ${after}::uuid
    order by subject_id limit ${limit}`.execute(db)
  return rows
}

export type NewAnnouncement = {
  readonly clock: DueClock
  readonly percent: number
  readonly fired: boolean
  readonly reachedAt: Instant
}

export async function insertAnnouncements(
  db: Db,
  tenantId: number,
  now: Instant,
  rows: readonly NewAnnouncement[],
): Promise<void> {
  if (rows.length === 0) return
  await db
    .insertInto('clock_announcement')
    .values(
      rows.map(({ clock, percent, fired, reachedAt }) => ({
        tenant_id: tenantId,
        subject_id: clock.subjectId,
        clock_id: clock.clockId,
        instance_no: clock.run,
        percent,
        fired,
        due_at: clock.dueAt,
        reached_at: reachedAt,
        at: now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export type NewAlarm = {
  readonly id: string
  readonly userId: string
  readonly level: EscalationLevel
  readonly clock: Pick<DueClock, 'subjectKind' | 'subjectId' | 'clockId' | 'run' | 'dueAt' | 'explanation'>
  readonly cause: AlarmCause
  /** Which calendar change, request or talk; empty for thresholds. */
  readonly causeId: string
  readonly percent: number
  readonly no: string
  readonly visibleAt: Instant
}
export type AlarmCause =
  | 'threshold'
  | 'calendar'
  | 'definition'
  | 'extension'
  | 'backdating'
  | 'certificate'
  | 'choice'
  | 'report'

export async function insertAlarms(db: Db, tenantId: number, now: Instant, rows: readonly NewAlarm[]): Promise<void> {
  if (rows.length === 0) return
  await db
    .insertInto('clock_alarm')
    .values(
      rows.map(({ id, userId, level, clock, cause, causeId, percent, no, visibleAt }) => ({
        tenant_id: tenantId,
        id,
        user_id: userId,
        level,
        subject_kind: clock.subjectKind,
        subject_id: clock.subjectId,
        subject_no: no,
        clock_id: clock.clockId,
        instance_no: clock.run,
        cause,
        cause_id: causeId,
        percent,
        due_at: clock.dueAt,
        explanation: clock.explanation,
        visible_at: visibleAt,
        made_at: now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

type Look = { readonly clock: DueClock; readonly announced: number; readonly nextAt: Instant | null }

export async function moveLooks(db: Db, tenantId: number, looks: readonly Look[]): Promise<void> {
  const rows = looks.map(({ clock, announced, nextAt }) => ({
    subject_id: clock.subjectId,
    clock_id: clock.clockId,
    run: clock.run,
    announced,
    next_at: nextAt,
  }))
  await sql`update clock c set announced_percent = l.announced, next_at = l.next_at
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as l (subject_id uuid, clock_id text, run int, announced int, next_at timestamptz)
    where c.tenant_id = ${tenantId} and c.subject_id = l.subject_id and c.clock_id = l.clock_id
      and c.instance_no = l.run`.execute(db)
}

export type AlarmRow = {
  readonly id: string
  readonly level: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly subjectNo: string
  readonly clockId: string
  readonly cause: AlarmCause
  readonly percent: number
  readonly dueAt: Instant | null
  readonly explanation: string
  readonly visibleAt: Instant
  readonly seenAt: Instant | null
}

/** Newest first, up to 200; those whose time has not come are not shown. */
export async function alarmsOf(
  { db, actor, now }: Tx,
  unseenOnly: boolean,
): Promise<{ rows: AlarmRow[]; unseen: number }> {
  const { tenantId, id: userId } = actor
  const seen = unseenOnly ? sql`and seen_at is null` : sql``
  // Sealed after the warning went out (CUS-11).
  const open = seenUnderSeal(actor, now, sql`clock_alarm.subject_kind`, sql`clock_alarm.subject_id`)
  const [found, counted] = await Promise.all([
    sql<AlarmRow>`select id, level, subject_kind as "subjectKind", subject_id as "subjectId",
        subject_no as "subjectNo", clock_id as "clockId", cause, percent, due_at as "dueAt", explanation,
        visible_at as "visibleAt", seen_at as "seenAt"
      from clock_alarm where tenant_id = ${tenantId} and user_id = ${userId} and visible_at <= ${now} ${seen}
        and ${open} order by visible_at desc, id desc limit 200`.execute(db),
    sql<{ n: number }>`select count(*)::int as n from (select 1 from clock_alarm where tenant_id = ${tenantId}
      and user_id = ${userId} and visible_at <= ${now} and seen_at is null and ${open} limit 1000) s`.execute(db),
  ])
  return { rows: found.rows, unseen: counted.rows[0]?.n ?? 0 }
}

/** Marks the reader's own alarms; `ids` empty = all that are visible. */
export async function markSeen(
  db: Db,
  tenantId: number,
  userId: string,
  now: Instant,
  ids: readonly string[],
): Promise<void> {
  const which = ids.length > 0 ? sql`and id = any(${ids}::uuid[])` : sql``
  await sql`update clock_alarm set seen_at = ${now} where tenant_id = ${tenantId} and user_id = ${userId}
    and seen_at is null and visible_at <= ${now} ${which}`.execute(db)
}
