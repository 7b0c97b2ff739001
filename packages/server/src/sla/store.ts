/** Writes and reads the clock rows of cases. */
import type { Instant } from '@anpei/domain/kernel'
import { firstLook, type ClockState } from '@anpei/domain/sla'
import { sql } from 'kysely'
import type { Db } from '../db/index.ts'

/** What was announced stays announced, whatever the due date does: the sweep looks for the next percent. */
const NEXT_AFTER_ANNOUNCED = sql<Instant | null>`case
  when clock.announced_percent = 0 or excluded.next_at is null then excluded.next_at
  else (select min(t.at) from jsonb_to_recordset(excluded.thresholds) as t (percent int, at timestamptz)
    where t.percent > clock.announced_percent) end`

export type ClockOf = { readonly subject: { readonly kind: string; readonly id: string }; readonly clock: ClockState }

/** One statement: rows are written over, so a rebuild gives identical rows. */
export async function replaceClocks(db: Db, tenantId: number, clocks: readonly ClockOf[]): Promise<void> {
  if (clocks.length === 0) return
  await db
    .insertInto('clock')
    .values(
      clocks.map(({ subject, clock }) => ({
        tenant_id: tenantId,
        subject_kind: subject.kind,
        subject_id: subject.id,
        clock_id: clock.id,
        instance_no: clock.run,
        state: clock.state,
        started_at: clock.startedAt,
        due_at: clock.dueAt,
        safe_due_on: clock.dueDay,
        statutory_due_on: clock.statutoryDue ? clock.dueDay : null,
        stopped_at: clock.stoppedAt,
        provisional: clock.provisional,
        explanation: clock.explanation,
        thresholds: JSON.stringify(clock.thresholds),
        next_at: firstLook(clock.state, clock.thresholds),
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'subject_id', 'clock_id', 'instance_no']).doUpdateSet({
        state: sql`excluded.state`,
        started_at: sql`excluded.started_at`,
        due_at: sql`excluded.due_at`,
        safe_due_on: sql`excluded.safe_due_on`,
        statutory_due_on: sql`excluded.statutory_due_on`,
        stopped_at: sql`excluded.stopped_at`,
        provisional: sql`excluded.provisional`,
        explanation: sql`excluded.explanation`,
        thresholds: sql`excluded.thresholds`,
        next_at: NEXT_AFTER_ANNOUNCED,
      }),
    )
    .execute()
}

export type ClockRow = {
  readonly clockId: string
  readonly runNo: number
  readonly state: string
  readonly startedAt: Instant
  readonly dueAt: Instant | null
  readonly stoppedAt: Instant | null
  readonly provisional: boolean
  readonly explanation: string
}

export async function clocksOf(db: Db, tenantId: number, subjectId: string): Promise<ClockRow[]> {
  const rows = await db
    .selectFrom('clock')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('subject_id', '=', subjectId)
    .orderBy('started_at')
    .execute()
  return rows.map((row) => ({
    clockId: row.clock_id,
    runNo: row.instance_no,
    state: row.state,
    startedAt: row.started_at,
    dueAt: row.due_at,
    stoppedAt: row.stopped_at,
    provisional: row.provisional,
    explanation: row.explanation,
  }))
}
