/** Duties, targets, scores and guidance of institutions and departments (ORG-02). */
import type { Day, Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Db } from '../../db/index.ts'
import type { Named } from '../store-staff.ts'

export type Unit = { readonly kind: 'institution' | 'department'; readonly id: string }

export async function dutiesOf(db: Db, tenantId: number, unitId: string) {
  return db
    .selectFrom('duty')
    .select(['id', 'text', 'from_on as fromOn', 'ended_on as endedOn'])
    .where('tenant_id', '=', tenantId)
    .where('unit_id', '=', unitId)
    .orderBy('from_on')
    .orderBy('id')
    .limit(200)
    .execute()
}

export async function targetsOf(db: Db, tenantId: number, unitId: string) {
  return db
    .selectFrom('target')
    .select(['id', 'month', 'measure', 'target', 'achieved'])
    .where('tenant_id', '=', tenantId)
    .where('unit_id', '=', unitId)
    .orderBy('month', 'desc')
    .orderBy('measure')
    .limit(200)
    .execute()
}

export async function scoresOf(db: Db, tenantId: number, unitId: string) {
  const rows = await db
    .selectFrom('score')
    .innerJoin('staff_user', (join) =>
      join.onRef('staff_user.tenant_id', '=', 'score.tenant_id').onRef('staff_user.id', '=', 'score.scored_by'),
    )
    .select(['month', 'score', 'note', 'scored_at', 'scored_by', 'name'])
    .where('score.tenant_id', '=', tenantId)
    .where('unit_id', '=', unitId)
    .orderBy('month', 'desc')
    .limit(36)
    .execute()
  return rows.map((row) => ({
    month: row.month,
    score: row.score,
    note: row.note,
    scoredAt: row.scored_at,
    scoredBy: { id: row.scored_by, name: row.name },
  }))
}

/** Who heads a unit: of a department the head of its institution; without a head of its own, the institution above. */
export async function headOf(db: Db, tenantId: number, unit: Unit): Promise<string | null> {
  const start =
    unit.kind === 'institution'
      ? sql`${unit.id}::uuid`
      : sql`(select institution_id from department where tenant_id = ${tenantId} and id = ${unit.id})`
  const result = await sql<{ head: string }>`with recursive up as (
      select id, parent_id, head_user_id, 0 as step from institution where tenant_id = ${tenantId} and id = ${start}
      union all
      select i.id, i.parent_id, i.head_user_id, u.step + 1 from up u
        join institution i on i.tenant_id = ${tenantId} and i.id = u.parent_id where u.step < 20
    ) select head_user_id as head from up where head_user_id is not null order by step limit 1`.execute(db)
  return result.rows[0]?.head ?? null
}

export async function insertDuty(
  db: Db,
  tenantId: number,
  unit: Unit,
  duty: { id: string; text: string; fromOn: Day },
): Promise<void> {
  await db
    .insertInto('duty')
    .values({
      tenant_id: tenantId,
      id: duty.id,
      unit_kind: unit.kind,
      unit_id: unit.id,
      text: duty.text,
      from_on: duty.fromOn,
    })
    .execute()
}

/** The unit whose duty ended; undefined where there is none to end on that day. */
export async function endDutyRow(db: Db, tenantId: number, id: string, endedOn: Day) {
  return db
    .updateTable('duty')
    .set({ ended_on: endedOn })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('ended_on', 'is', null)
    .where('from_on', '<=', endedOn)
    .returning(['unit_kind', 'unit_id'])
    .executeTakeFirst()
}

export async function saveTarget(
  db: Db,
  tenantId: number,
  unit: Unit,
  target: { id: string; month: string; measure: string; target: number; achieved: number | null },
): Promise<void> {
  const values = { target: target.target, achieved: target.achieved }
  await db
    .insertInto('target')
    .values({
      tenant_id: tenantId,
      id: target.id,
      unit_kind: unit.kind,
      unit_id: unit.id,
      month: target.month,
      measure: target.measure,
      ...values,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'unit_id', 'month', 'measure']).doUpdateSet(values))
    .execute()
}

export async function saveScore(
  db: Db,
  tenantId: number,
  unit: Unit,
  score: { month: string; score: number; note: string; by: string; at: Instant },
): Promise<void> {
  const values = { score: score.score, note: score.note, scored_by: score.by, scored_at: score.at }
  await db
    .insertInto('score')
    .values({ tenant_id: tenantId, unit_kind: unit.kind, unit_id: unit.id, month: score.month, ...values })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'unit_id', 'month']).doUpdateSet(values))
    .execute()
}

export type GuidanceRecord = {
  id: string
  title: string
  text: string
  due_on: Day
  issued_by: Named
  issued_at: Instant
  units: number
  received: number
  done: number
  overdue: number
}

type Question = {
  readonly which: 'all' | 'mine' | 'open'
  readonly id?: string
  readonly units: readonly string[] | null
  readonly mine: readonly string[]
  readonly day: Day
  readonly after: string | null
  readonly limit: number
}

/** `units` limits what is seen to guidance for these; null sees all. */
export async function findGuidance(db: Db, tenantId: number, asked: Question): Promise<GuidanceRecord[]> {
  const forUnits = (units: readonly string[]) => sql`exists (select from guidance_receipt r where
    r.tenant_id = g.tenant_id
    and r.guidance_id = g.id and r.unit_id = any(${[...units]}::uuid[]))`
  const conditions = [sql`g.tenant_id = ${tenantId}`]
  if (asked.id) conditions.push(sql`g.id = ${asked.id}`)
  if (asked.units) conditions.push(forUnits(asked.units))
  if (asked.which === 'mine') conditions.push(forUnits(asked.mine))
  if (asked.which === 'open')
    conditions.push(sql`exists (select from guidance_receipt r where r.tenant_id = g.tenant_id
    and r.guidance_id = g.id and r.done_at is null)`)
  if (asked.after) conditions.push(sql`g.id < ${asked.after}`)
  return (
    await sql<GuidanceRecord>`select g.id, g.title, g.text, g.due_on, g.issued_at,
    json_build_object('id', u.id, 'name', u.name) as issued_by, count(r.*)::int as units,
    count(r.received_at)::int as received, count(r.done_at)::int as done,
    count(*) filter (where r.done_at is null and g.due_on < ${asked.day})::int as overdue
    from guidance g join staff_user u on u.tenant_id = g.tenant_id and u.id = g.issued_by
    join guidance_receipt r on r.tenant_id = g.tenant_id and r.guidance_id = g.id
    where ${sql.join(conditions, sql` and `)}
    group by g.tenant_id, g.id, u.id, u.name order by g.id desc limit ${asked.limit}`.execute(db)
  ).rows
}

export type ReceiptRecord = {
  unit_kind: string
  unit_id: string
  unit_name: string
  received_at: Instant | null
  received_by: Named | null
  done_at: Instant | null
  done_by: Named | null
  note: string | null
}

export async function receiptsOf(db: Db, tenantId: number, guidanceId: string): Promise<ReceiptRecord[]> {
  return (
    await sql<ReceiptRecord>`select r.unit_kind, r.unit_id, coalesce(i.name, d.name) as unit_name, r.received_at,
    r.done_at, r.note,
    case when a.id is null then null else json_build_object('id', a.id, 'name', a.name) end as received_by,
    case when b.id is null then null else json_build_object('id', b.id, 'name', b.name) end as done_by
    from guidance_receipt r
    left join institution i on i.tenant_id = r.tenant_id and i.id = r.unit_id
    left join department d on d.tenant_id = r.tenant_id and d.id = r.unit_id
    left join staff_user a on a.tenant_id = r.tenant_id and a.id = r.received_by
    left join staff_user b on b.tenant_id = r.tenant_id and b.id = r.done_by
    where r.tenant_id = ${tenantId} and r.guidance_id = ${guidanceId} order by unit_name, r.unit_id`.execute(db)
  ).rows
}

export async function insertGuidance(
  db: Db,
  tenantId: number,
  guidance: { id: string; title: string; text: string; dueOn: Day; by: string; at: Instant },
  units: readonly Unit[],
): Promise<void> {
  await db
    .insertInto('guidance')
    .values({
      tenant_id: tenantId,
      id: guidance.id,
      title: guidance.title,
      text: guidance.text,
      due_on: guidance.dueOn,
      issued_by: guidance.by,
      issued_at: guidance.at,
    })
    .execute()
  await db
    .insertInto('guidance_receipt')
    .values(
      units.map((unit) => ({
        tenant_id: tenantId,
        guidance_id: guidance.id,
        unit_id: unit.id,
        unit_kind: unit.kind,
      })),
    )
    .execute()
}

/** Whatever is reported as done was received too. False where this unit was not addressed, or had answered before. */
export async function saveReceipt(
  db: Db,
  tenantId: number,
  guidanceId: string,
  unitId: string,
  answer: { step: 'received' | 'done'; by: string; at: Instant; note: string },
): Promise<boolean> {
  const { step, by, at } = answer
  const open = step === 'done' ? sql`done_at is null` : sql`received_at is null`
  const result = await sql`update guidance_receipt set received_at = coalesce(received_at, ${at}), received_by =
    coalesce(received_by, ${by}::uuid),
    done_at = ${step === 'done' ? at : null}, done_by = ${step === 'done' ? by : null}::uuid, note =
      coalesce(nullif(${answer.note}, ''), note)
    where tenant_id = ${tenantId} and guidance_id = ${guidanceId} and unit_id = ${unitId} and ${open}`.execute(db)
  return result.numAffectedRows === 1n
}

/** The units somebody speaks for: the own institution and department, and those one heads. */
export async function unitsOf(db: Db, tenantId: number, userId: string): Promise<string[]> {
  const rows = (
    await sql<{ id: string | null }>`select institution_id as id from staff_user where
    tenant_id = ${tenantId} and id = ${userId}
    union select department_id from staff_user where tenant_id = ${tenantId} and id = ${userId}
    union select id from institution where tenant_id = ${tenantId} and head_user_id = ${userId}`.execute(db)
  ).rows
  return rows.flatMap((row) => row.id ?? [])
}
