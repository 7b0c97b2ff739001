/** Writes and reads calendar changes. */
import type { Instant, Transition } from '@anpei/domain/kernel'
import { stateOf } from '@anpei/domain/kernel'
import { calendarChangeLifecycle, type CalendarChangeState } from '@anpei/domain/sla'
import { sql } from 'kysely'
import type { Db } from '../db/index.ts'
import type { ChangeContent } from './make-calendars.ts'

export type MovedCase = {
  readonly subjectId: string
  readonly subjectKind: string
  readonly subjectNo: string
  readonly clockTitle: string
  readonly before: Instant
  readonly after: Instant
}
export type JudgedCase = MovedCase & { readonly was: 'met' | 'broken' }
export type ChangeReport = {
  readonly checked: number
  readonly earlier: number
  readonly later: number
  readonly cases: readonly MovedCase[]
  /** Of cases with times that ended this year: how many would be judged otherwise, and which; none of them changes. */
  readonly ended: { readonly checked: number; readonly otherwise: number; readonly cases: readonly JudgedCase[] }
}
export type ChangeRecord = {
  readonly id: string
  readonly state: CalendarChangeState
  readonly content: ChangeContent
  /** Name of the institution a day is arranged for. */
  readonly office: string | null
  readonly source: string
  readonly report: ChangeReport | null
  readonly madeById: string
  readonly madeBy: string
  readonly madeAt: Instant
  readonly checkedBy: string | null
  readonly checkedAt: Instant | null
  readonly appliedAt: Instant | null
  readonly revision: number | null
}

export async function lastRevision(db: Db, tenantId: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`select coalesce(max(revision), 0)::int as n from calendar_change
    where tenant_id = ${tenantId}`.execute(db)
  return rows[0]?.n ?? 0
}

export async function insertChange(
  db: Db,
  tenantId: number,
  change: { id: string; content: ChangeContent; source: string; madeBy: string; madeAt: Instant },
): Promise<void> {
  const { content } = change
  await db
    .insertInto('calendar_change')
    .values({
      tenant_id: tenantId,
      id: change.id,
      state: calendarChangeLifecycle.initial,
      kind: content.kind,
      year: content.kind === 'notice' ? content.year : null,
      calendar_id: content.kind === 'hours' ? content.calendarId : null,
      institution_id: content.kind === 'office' ? content.institutionId : null,
      day: content.kind === 'office' ? content.day : null,
      content: JSON.stringify(content),
      source: change.source,
      made_by: change.madeBy,
      made_at: change.madeAt,
    })
    .execute()
}

const COLUMNS = sql`c.id, c.state, c.content, i.name as office, c.source, c.report, c.made_by as "madeById",
  m.name as "madeBy", c.made_at as "madeAt", k.name as "checkedBy", c.checked_at as "checkedAt",
  c.applied_at as "appliedAt", c.revision`
const JOINS = sql`calendar_change c join staff_user m on m.tenant_id = c.tenant_id and m.id = c.made_by
  left join staff_user k on k.tenant_id = c.tenant_id and k.id = c.checked_by
  left join institution i on i.tenant_id = c.tenant_id and i.id = c.institution_id`
type Row = Omit<ChangeRecord, 'state'> & { state: string }

export async function recentChanges(db: Db, tenantId: number): Promise<ChangeRecord[]> {
  const { rows } = await sql<Row>`select ${COLUMNS} from ${JOINS} where c.tenant_id = ${tenantId}
    order by c.made_at desc, c.id desc limit 50`.execute(db)
  return rows.map(toRecord)
}

/** Locks the change for the second person. */
export async function lockChange(db: Db, tenantId: number, id: string): Promise<ChangeRecord | undefined> {
  const { rows } = await sql<Row>`select ${COLUMNS} from ${JOINS} where c.tenant_id = ${tenantId} and c.id = ${id}
    for update of c`.execute(db)
  return rows[0] && toRecord(rows[0])
}

function toRecord(row: Row): ChangeRecord {
  return { ...row, state: stateOf(calendarChangeLifecycle, row.state) }
}

export async function confirmedChanges(
  db: Db,
  tenantId: number,
): Promise<{ content: ChangeContent; checkedAt: Instant; revision: number }[]> {
  const { rows } = await sql<{ content: ChangeContent; checkedAt: Instant; revision: number }>`
    select content, checked_at as "checkedAt", revision from calendar_change
    where tenant_id = ${tenantId} and revision is not null order by revision`.execute(db)
  return rows
}

export async function saveReport(db: Db, tenantId: number, id: string, report: ChangeReport): Promise<void> {
  await sql`update calendar_change set report = ${JSON.stringify(report)}::jsonb
    where tenant_id = ${tenantId} and id = ${id}`.execute(db)
}

export async function decideChange(
  db: Db,
  tenantId: number,
  id: string,
  step: Transition<CalendarChangeState>,
  by: string,
  at: Instant,
  revision: number | null,
): Promise<void> {
  await db
    .updateTable('calendar_change')
    .set({ state: step.to, checked_by: by, checked_at: at, revision })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('state', '=', step.from)
    .execute()
}

export async function markApplied(db: Db, tenantId: number, id: string, at: Instant): Promise<void> {
  await sql`update calendar_change set applied_at = ${at} where tenant_id = ${tenantId} and id = ${id}`.execute(db)
}

export type OpenSubject = { readonly kind: string; readonly id: string }

/** Cases with a clock that runs or waits, or with such a one of a definition, in the order of their ids, after one. */
export async function openSubjects(
  db: Db,
  tenantId: number,
  after: string,
  limit: number,
  clockId?: string,
): Promise<OpenSubject[]> {
  const clock = clockId === undefined ? sql`` : sql`and clock_id = ${clockId}`
  const { rows } = await sql<OpenSubject>`select distinct on (subject_id) subject_kind as kind, subject_id as id
    from clock where tenant_id = ${tenantId} and subject_id > ${after}::uuid and state in ('running', 'paused')
      ${clock}
    order by subject_id limit ${limit}`.execute(db)
  return rows
}

/** Cases with a clock that was met or broken and was due since then, in the order of their ids, after one. */
export async function endedSubjects(
  db: Db,
  tenantId: number,
  after: string,
  limit: number,
  dueSince: Instant,
): Promise<OpenSubject[]> {
  const { rows } = await sql<OpenSubject>`select distinct on (subject_id) subject_kind as kind, subject_id as id
    from clock where tenant_id = ${tenantId} and subject_id > ${after}::uuid and state in ('met', 'broken')
      and due_at >= ${dueSince}
    order by subject_id limit ${limit}`.execute(db)
  return rows
}
