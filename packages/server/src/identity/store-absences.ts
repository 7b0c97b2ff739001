/** Reads and writes absence (ORG-03, ORG-07). */
import type { Day, Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Db } from '../db/index.ts'
import type { Named } from './store-staff.ts'

export type AbsenceRecord = {
  id: string
  user: Named
  post: string
  from_on: Day
  to_on: Day
  reason: string
  stand_in: Named | null
  recorded_by: Named
  cancelled: boolean
}

export async function overlaps(db: Db, tenantId: number, userId: string, fromOn: Day, toOn: Day): Promise<boolean> {
  const row = await db
    .selectFrom('absence')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('user_id', '=', userId)
    .where('cancelled_at', 'is', null)
    .where('from_on', '<=', toOn)
    .where('to_on', '>=', fromOn)
    .executeTakeFirst()
  return row !== undefined
}

export async function insertAbsence(
  db: Db,
  tenantId: number,
  absence: { id: string; userId: string; fromOn: Day; toOn: Day; reason: string; recordedBy: string },
): Promise<void> {
  await db
    .insertInto('absence')
    .values({
      tenant_id: tenantId,
      id: absence.id,
      user_id: absence.userId,
      from_on: absence.fromOn,
      to_on: absence.toOn,
      reason: absence.reason,
      recorded_by: absence.recordedBy,
    })
    .execute()
}

/** The person who was to be absent; undefined where there is nothing to cancel. */
export async function cancelAbsenceRow(
  db: Db,
  tenantId: number,
  id: string,
  now: Instant,
): Promise<string | undefined> {
  const row = await db
    .updateTable('absence')
    .set({ cancelled_at: now })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('cancelled_at', 'is', null)
    .returning('user_id')
    .executeTakeFirst()
  return row?.user_id
}

type Question = {
  readonly which: 'current' | 'coming' | 'all'
  readonly userId: string | undefined
  readonly day: Day
  readonly after: readonly string[] | null
  readonly limit: number
}

export async function findAbsences(db: Db, tenantId: number, asked: Question): Promise<AbsenceRecord[]> {
  const { day } = asked
  const conditions = [sql`a.tenant_id = ${tenantId}`]
  if (asked.which === 'current')
    conditions.push(sql`a.cancelled_at is null and a.from_on <= ${day}
    and a.to_on >= ${day}`)
  if (asked.which === 'coming') conditions.push(sql`a.cancelled_at is null and a.from_on > ${day}`)
  if (asked.userId) conditions.push(sql`a.user_id = ${asked.userId}`)
  const [toOn, id] = asked.after ?? []
  if (toOn !== undefined && id !== undefined) conditions.push(sql`(a.to_on, a.id) < (${toOn}::date, ${id}::uuid)`)
  return (
    await sql<AbsenceRecord>`select a.id, json_build_object('id', u.id, 'name', u.name) as "user", u.post,
    a.from_on, a.to_on,
    a.reason, a.cancelled_at is not null as cancelled, json_build_object('id', r.id, 'name', r.name) as recorded_by,
    case when s.id is null then null else json_build_object('id', s.id, 'name', s.name) end as stand_in
    from absence a
    join staff_user u on u.tenant_id = a.tenant_id and u.id = a.user_id
    join staff_user r on r.tenant_id = a.tenant_id and r.id = a.recorded_by
    left join staff_user s on s.tenant_id = a.tenant_id and s.id = stand_in_for(a.tenant_id, a.user_id,
      greatest(a.from_on, ${day}::date))
    where ${sql.join(conditions, sql` and `)} order by a.to_on desc, a.id desc limit ${asked.limit}`.execute(db)
  ).rows
}
