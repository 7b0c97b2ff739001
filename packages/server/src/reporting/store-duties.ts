/** Writes and reads standing duties: who answers for them, their instances, and what proves them (RPT-06). */
import { stateOf, type Day, type Instant, type Transition } from '@anpei/domain/kernel'
import { dutyLifecycle, type DutyState } from '@anpei/domain/reporting'
import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../db/index.ts'

export type Named = { readonly id: string; readonly name: string }

export type InstanceRecord = {
  readonly id: string
  readonly dutyCode: string
  readonly guaranteeCode: string
  readonly title: string
  readonly clause: string
  readonly proof: string
  readonly periodKey: string
  readonly fromOn: Day
  readonly toOn: Day
  readonly dueOn: Day
  readonly state: DutyState
  readonly department: Named | null
  readonly owner: Named | null
  readonly deputy: Named | null
  readonly standIn: Named | null
  readonly evidenceCount: number
  readonly finding: string | null
  readonly closedAt: Instant | null
  readonly closedBy: string | null
  readonly reopenedCount: number
}

type Row = Omit<InstanceRecord, 'state'> & { readonly state: string }

const NAMED = (alias: string) =>
  sql.raw(
    `case when ${alias}.id is null then null else json_build_object('id', ${alias}.id, 'name', ${alias}.name) end`,
  )

/** Who stands in is asked for open instances only. The earliest due first. */
export async function findInstances(
  db: Db,
  tenantId: number,
  today: Day,
  where: RawBuilder<unknown>,
  limit = 1000,
): Promise<InstanceRecord[]> {
  const { rows } = await sql<Row>`
    select i.id, i.duty_code as "dutyCode", i.guarantee_code as "guaranteeCode", i.title, i.clause, i.proof,
      i.period_key as "periodKey", i.from_on as "fromOn", i.to_on as "toOn", i.due_on as "dueOn", i.state,
      ${NAMED('d')} as department, ${NAMED('o')} as owner, ${NAMED('p')} as deputy, ${NAMED('s')} as "standIn",
      (select count(*)::int from duty_evidence e where e.tenant_id = i.tenant_id and e.instance_id = i.id
        and e.round_no = i.reopened_count) as "evidenceCount",
      i.finding, i.closed_at as "closedAt", c.name as "closedBy", i.reopened_count as "reopenedCount"
    from duty_instance i
    left join department d on d.tenant_id = i.tenant_id and d.id = i.department_id
    left join staff_user o on o.tenant_id = i.tenant_id and o.id = i.owner_id
    left join staff_user p on p.tenant_id = i.tenant_id and p.id = i.deputy_id
    left join staff_user c on c.tenant_id = i.tenant_id and c.id = i.closed_by
    left join staff_user s on s.tenant_id = i.tenant_id and i.state = 'open' and s.id =
      case when is_absent(i.tenant_id, i.owner_id, ${today}) and i.deputy_id is not null
        and not is_absent(i.tenant_id, i.deputy_id, ${today}) then i.deputy_id
      else stand_in_for(i.tenant_id, i.owner_id, ${today}) end
    where i.tenant_id = ${tenantId} and ${where} order by i.due_on, i.id limit ${limit}`.execute(db)
  return rows.map((row) => ({ ...row, state: stateOf(dutyLifecycle, row.state) }))
}

/** Locks the instance until the end of the transaction. */
export async function lockInstance(db: Db, tenantId: number, today: Day, id: string): Promise<InstanceRecord | null> {
  await sql`select 1 from duty_instance where tenant_id = ${tenantId} and id = ${id} for update`.execute(db)
  const [found] = await findInstances(db, tenantId, today, sql`i.id = ${id}`, 1)
  return found ?? null
}

export type Assignment = {
  readonly dutyCode: string
  readonly departmentId: string | null
  readonly ownerId: string | null
  readonly deputyId: string | null
}

export async function assignments(
  db: Db,
  tenantId: number,
): Promise<ReadonlyMap<string, { department: Named | null; owner: Named | null; deputy: Named | null }>> {
  const { rows } = await sql<{
    duty_code: string
    department: Named | null
    owner: Named | null
    deputy: Named | null
  }>`select a.duty_code, ${NAMED('d')} as department, ${NAMED('o')} as owner, ${NAMED('p')} as deputy
    from duty_assignment a left join department d on d.tenant_id = a.tenant_id and d.id = a.department_id
    left join staff_user o on o.tenant_id = a.tenant_id and o.id = a.owner_id
    left join staff_user p on p.tenant_id = a.tenant_id and p.id = a.deputy_id
    where a.tenant_id = ${tenantId}`.execute(db)
  return new Map(rows.map((row) => [row.duty_code, row]))
}

/** Duties nobody was assigned to yet get their department, found by its code. */
export async function addMissingAssignments(
  db: Db,
  tenantId: number,
  now: Instant,
  wanted: readonly { readonly dutyCode: string; readonly departmentCode: string }[],
): Promise<void> {
  await sql`insert into duty_assignment (tenant_id, duty_code, department_id, assigned_at)
    select ${tenantId}::int, w."dutyCode", d.id, ${now}::timestamptz
    from json_to_recordset(${JSON.stringify(wanted)}::json) as w ("dutyCode" text, "departmentCode" text)
    left join department d on d.tenant_id = ${tenantId} and d.code = w."departmentCode"
    on conflict (tenant_id, duty_code) do nothing`.execute(db)
}

/** The assignment, and with it every instance that is still open. Answers which. */
export async function saveAssignment(
  db: Db,
  tenantId: number,
  by: string | null,
  now: Instant,
  given: Assignment,
): Promise<string[]> {
  const people = { department_id: given.departmentId, owner_id: given.ownerId, deputy_id: given.deputyId }
  await db
    .insertInto('duty_assignment')
    .values({ tenant_id: tenantId, duty_code: given.dutyCode, ...people, assigned_by: by, assigned_at: now })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'duty_code']).doUpdateSet({ ...people, assigned_by: by, assigned_at: now }),
    )
    .execute()
  const moved = await db
    .updateTable('duty_instance')
    .set(people)
    .where('tenant_id', '=', tenantId)
    .where('duty_code', '=', given.dutyCode)
    .where('state', '=', 'open')
    .returning('id')
    .execute()
  return moved.map(({ id }) => id)
}

/** The last day of the last period that was opened, by duty. */
export async function lastPeriods(db: Db, tenantId: number): Promise<ReadonlyMap<string, Day>> {
  const { rows } = await sql<{ duty_code: string; last_to: Day }>`select duty_code, max(to_on)::text as last_to
    from duty_instance where tenant_id = ${tenantId} group by duty_code`.execute(db)
  return new Map(rows.map((row) => [row.duty_code, row.last_to]))
}

export type NewInstance = {
  readonly id: string
  readonly dutyCode: string
  readonly guaranteeCode: string
  readonly version: number
  readonly title: string
  readonly clause: string
  readonly proof: string
  readonly periodKey: string
  readonly fromOn: Day
  readonly toOn: Day
  readonly dueOn: Day
  readonly openedBy: string | null
}

/** Opens instances with the people their duty is assigned to; one that is open already stays. Answers the new ones. */
export async function insertInstances(
  db: Db,
  tenantId: number,
  now: Instant,
  fresh: readonly NewInstance[],
): Promise<string[]> {
  if (fresh.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    insert into duty_instance (tenant_id, id, duty_code, guarantee_code, definition_version, title, clause, proof,
      period_key, from_on, to_on, due_on, department_id, owner_id, deputy_id, state, opened_by, opened_at)
    select ${tenantId}::int, f.id, f."dutyCode", f."guaranteeCode", f.version, f.title, f.clause, f.proof,
      f."periodKey", f."fromOn", f."toOn", f."dueOn",
      a.department_id, a.owner_id, a.deputy_id, ${dutyLifecycle.initial}::text,
      f."openedBy", ${now}::timestamptz
    from json_to_recordset(${JSON.stringify(fresh)}::json) as f (id uuid, "dutyCode" text, "guaranteeCode" text,
      version int, title text, clause text, proof text, "periodKey" text, "fromOn" date, "toOn" date, "dueOn" date,
      "openedBy" uuid)
    left join duty_assignment a on a.tenant_id = ${tenantId} and a.duty_code = f."dutyCode"
    on conflict (tenant_id, duty_code, period_key) do nothing returning id`.execute(db)
  return rows.map(({ id }) => id)
}

export async function closeInstance(
  db: Db,
  tenantId: number,
  id: string,
  step: Transition<DutyState>,
  end: { readonly finding: string; readonly by: string | null; readonly at: Instant },
): Promise<void> {
  await db
    .updateTable('duty_instance')
    .set({ state: step.to, finding: end.finding, closed_by: end.by, closed_at: end.at })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('state', '=', step.from)
    .execute()
}

/** The finding and the files of before stay; the files count as those of an earlier round. */
export async function reopenInstance(db: Db, tenantId: number, id: string, step: Transition<DutyState>): Promise<void> {
  await db
    .updateTable('duty_instance')
    .set((eb) => ({ state: step.to, closed_at: null, closed_by: null, reopened_count: eb('reopened_count', '+', 1) }))
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('state', '=', step.from)
    .execute()
}

export async function isInsurer(db: Db, tenantId: number): Promise<boolean> {
  const row = await db.selectFrom('tenant').select('kind').where('tenant_id', '=', tenantId).executeTakeFirst()
  return row?.kind === 'insurer'
}
