/** Reads and writes people of the staff and their roles (ORG-03). */
import type { Day, Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Db } from '../db/index.ts'
import { certificatesAre, certificatesNote } from './certificates/store-certificates.ts'

export type Named = { id: string; name: string }
export type ChainLink = { id: string; name: string; post: string; absent: boolean; standIn: Named | null }

export type StaffRecord = {
  id: string
  login: string
  name: string
  post: string
  institution: Named
  department: Named | null
  supervisor: Named | null
  deputy: Named | null
  roles: { code: string; name: string }[]
  active: boolean
  locked_until: Instant | null
  absent_until: Day | null
  has_password: boolean
  languages: string[]
  skills: string[]
  oidc_subject: string | null
  failed_count: number
  created_at: Instant
  certificates: 'missing' | 'expiring' | null
}

const named = (table: string) => sql`case when ${sql.ref(`${table}.id`)} is null then null
  else json_build_object('id', ${sql.ref(`${table}.id`)}, 'name', ${sql.ref(`${table}.name`)}) end`

const staffColumns = (tenantId: number, day: Day) => sql`select u.id, u.login, u.name, u.post, ${named('i')}
  as institution,
  ${named('d')} as department, ${named('s')} as supervisor, ${named('p')} as deputy, u.active, u.locked_until,
  u.password_hash is not null as has_password, u.languages, u.skills, u.oidc_subject, u.failed_count, u.created_at,
  (select coalesce(json_agg(json_build_object('code', r.code, 'name', r.name) order by r.code), '[]') from user_role ur
    join role r on r.tenant_id = ur.tenant_id and r.code = ur.role_code where ur.tenant_id = ${tenantId}
      and ur.user_id = u.id) as roles,
  (select max(to_on)::text from absence a where a.tenant_id = ${tenantId} and a.user_id = u.id
    and a.cancelled_at is null
    and a.from_on <= ${day} and a.to_on >= ${day}) as absent_until, ${certificatesNote(tenantId, day)} as certificates
  from staff_user u join institution i on i.tenant_id = u.tenant_id and i.id = u.institution_id
  left join department d on d.tenant_id = u.tenant_id and d.id = u.department_id
  left join staff_user s on s.tenant_id = u.tenant_id and s.id = u.supervisor_id
  left join staff_user p on p.tenant_id = u.tenant_id and p.id = u.deputy_id`

export async function findStaff(db: Db, tenantId: number, id: string, day: Day): Promise<StaffRecord | undefined> {
  const result = await sql<StaffRecord>`${staffColumns(tenantId, day)} where u.tenant_id = ${tenantId}
    and u.id = ${id}`.execute(db)
  return result.rows[0]
}

/** The same person, held until the transaction ends. */
export async function lockStaff(db: Db, tenantId: number, id: string, day: Day): Promise<StaffRecord | undefined> {
  await sql`select 1 from staff_user where tenant_id = ${tenantId} and id = ${id} for update`.execute(db)
  return findStaff(db, tenantId, id, day)
}

type Question = {
  readonly search: string | undefined
  readonly institutionId: string | undefined
  readonly role: string | undefined
  readonly which: 'active' | 'inactive' | 'locked' | 'absent' | 'all'
  readonly certificates: 'missing' | 'expiring' | undefined
  readonly after: readonly string[] | null
  readonly limit: number
  readonly now: Instant
  readonly day: Day
}

export async function searchStaff(
  db: Db,
  tenantId: number,
  asked: Question,
): Promise<{ rows: StaffRecord[]; total: number }> {
  const like = `%${(asked.search ?? '').replace(/[\\%_]/g, '\\$&')}%`
  const conditions = [sql`u.tenant_id = ${tenantId}`]
  if (asked.search) conditions.push(sql`(u.name ilike ${like} or u.login ilike ${like} or u.post ilike ${like})`)
  if (asked.institutionId) conditions.push(sql`u.institution_id = ${asked.institutionId}`)
  if (asked.role)
    conditions.push(sql`exists (select from user_role ur where ur.tenant_id = ${tenantId}
    and ur.user_id = u.id
    and ur.role_code = ${asked.role})`)
  if (asked.which === 'active' || asked.which === 'absent') conditions.push(sql`u.active`)
  if (asked.which === 'inactive') conditions.push(sql`not u.active`)
  if (asked.which === 'locked') conditions.push(sql`u.locked_until > ${asked.now}`)
  if (asked.which === 'absent') conditions.push(sql`is_absent(${tenantId}, u.id, ${asked.day})`)
  if (asked.certificates) conditions.push(certificatesAre(tenantId, asked.certificates, asked.day))
  const where = sql.join(conditions, sql` and `)
  const [name, id] = asked.after ?? []
  const place = name === undefined || id === undefined ? sql`true` : sql`(u.name, u.id) > (${name}, ${id}::uuid)`
  const [found, counted] = await Promise.all([
    sql<StaffRecord>`${staffColumns(tenantId, asked.day)} where ${where} and ${place} order by u.name, u.id
      limit ${asked.limit}`.execute(db),
    sql<{ total: number }>`select count(*)::int as total from (select from staff_user u where ${where}
      limit 10001) found`.execute(db),
  ])
  return { rows: found.rows, total: counted.rows[0]?.total ?? 0 }
}

/**
 * Who answers for a person: the superiors one by one, and last the head of head office (总经理). Each with absence on the
 * day and who stands in.
 */
export async function chainOf(db: Db, tenantId: number, userId: string, day: Day): Promise<ChainLink[]> {
  const result = await sql<ChainLink>`with recursive chain as (
      select id, supervisor_id, 0 as step, array[id] as seen from staff_user where tenant_id = ${tenantId}
        and id = ${userId}
      union all
      select u.id, u.supervisor_id, c.step + 1, c.seen || u.id from chain c
        join staff_user u on u.tenant_id = ${tenantId} and u.id = c.supervisor_id where not u.id = any (c.seen)
          and c.step < 20
    ), whole as (
      select id, step from chain where step > 0
      union
      select head_user_id, 99 from institution where tenant_id = ${tenantId} and kind = 'head_office'
        and head_user_id is not null
        and head_user_id not in (select id from chain)
    )
    select u.id, u.name, u.post, is_absent(${tenantId}, u.id, ${day}) as absent, ${named('s')} as "standIn"
    from whole w join staff_user u on u.tenant_id = ${tenantId} and u.id = w.id
    left join staff_user s on s.tenant_id = ${tenantId} and s.id = stand_in_for(${tenantId}, u.id, ${day})
    order by w.step, u.id`.execute(db)
  return result.rows
}

/** Who does the work of an absent person on a day; null where the person is there, or nobody is. */
export async function standInFor(db: Db, tenantId: number, userId: string, day: Day): Promise<Named | null> {
  const result = await sql<Named>`select id, name from staff_user where tenant_id = ${tenantId}
    and id = stand_in_for(${tenantId}, ${userId}, ${day})`.execute(db)
  return result.rows[0] ?? null
}

export type Staffing = {
  readonly name: string
  readonly post: string
  readonly institutionId: string
  readonly departmentId: string | null
  readonly supervisorId: string | null
  readonly deputyId: string | null
  readonly languages: readonly string[]
  readonly skills: readonly string[]
}

const columnsOf = (staffing: Staffing) => ({
  name: staffing.name,
  post: staffing.post,
  institution_id: staffing.institutionId,
  department_id: staffing.departmentId,
  supervisor_id: staffing.supervisorId,
  deputy_id: staffing.deputyId,
  languages: [...staffing.languages],
  skills: [...staffing.skills],
})

/** False where the login is taken. */
export async function insertStaff(
  db: Db,
  tenantId: number,
  now: Instant,
  staff: Staffing & { id: string; login: string; salt: Buffer },
): Promise<boolean> {
  const result = await db
    .insertInto('staff_user')
    .values({
      tenant_id: tenantId,
      id: staff.id,
      login: staff.login,
      salt: staff.salt,
      created_at: now,
      ...columnsOf(staff),
    })
    .onConflict((conflict) => conflict.column('login').doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

export async function updateStaffing(db: Db, tenantId: number, id: string, staffing: Staffing): Promise<void> {
  await db
    .updateTable('staff_user')
    .set(columnsOf(staffing))
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()
}

export async function setActive(db: Db, tenantId: number, id: string, active: boolean): Promise<void> {
  await db.updateTable('staff_user').set({ active }).where('tenant_id', '=', tenantId).where('id', '=', id).execute()
}

export async function setAccess(
  db: Db,
  tenantId: number,
  id: string,
  roles: readonly string[],
  oidcSubject: string | null,
): Promise<void> {
  await db.deleteFrom('user_role').where('tenant_id', '=', tenantId).where('user_id', '=', id).execute()
  if (roles.length > 0) {
    await db
      .insertInto('user_role')
      .values(roles.map((code) => ({ tenant_id: tenantId, user_id: id, role_code: code })))
      .execute()
  }
  await db
    .updateTable('staff_user')
    .set({ oidc_subject: oidcSubject })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()
}

export async function isSubjectTaken(db: Db, tenantId: number, subject: string, exceptId: string): Promise<boolean> {
  const row = await db
    .selectFrom('staff_user')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('oidc_subject', '=', subject)
    .where('id', '<>', exceptId)
    .executeTakeFirst()
  return row !== undefined
}

/** Which of the chosen references do not exist, or are not active; '' when all are well. */
export async function wrongChoice(
  db: Db,
  tenantId: number,
  chosen: {
    institutionId?: string | null
    departmentId?: string | null
    userIds?: readonly (string | null)[]
    roles?: readonly string[]
  },
): Promise<'' | '机构' | '部门' | '人员' | '角色'> {
  const users = [...new Set((chosen.userIds ?? []).filter((id) => id !== null))]
  const roles = [...new Set(chosen.roles ?? [])]
  const result = await sql<{ institution: boolean; department: boolean; users: number; roles: number }>`select
    ${chosen.institutionId ?? null}::uuid is null
      or exists (select from institution where tenant_id = ${tenantId} and id = ${chosen.institutionId ?? null})
        as institution,
    ${chosen.departmentId ?? null}::uuid is null
      or exists (select from department where tenant_id = ${tenantId} and id = ${chosen.departmentId ?? null})
        as department,
    (select count(*)::int from staff_user where tenant_id = ${tenantId} and active and id = any(${users}::uuid[]))
      as users,
    (select count(*)::int from role where tenant_id = ${tenantId} and code = any(${roles}::text[]))
      as roles`.execute(db)
  const found = result.rows[0]
  if (!found?.institution) return '机构'
  if (!found.department) return '部门'
  if (found.users !== users.length) return '人员'
  return found.roles === roles.length ? '' : '角色'
}

/** Whether `userId` stands somewhere above `supervisorId`: then the chain would run in a circle. */
export async function wouldCircle(db: Db, tenantId: number, userId: string, supervisorId: string): Promise<boolean> {
  const result = await sql<{ id: string }>`with recursive above as (
      select id, supervisor_id, 1 as step from staff_user where tenant_id = ${tenantId} and id = ${supervisorId}
      union all
      select u.id, u.supervisor_id, a.step + 1 from above a join staff_user u on u.tenant_id = ${tenantId}
        and u.id = a.supervisor_id
        where a.step < 50
    ) select id from above where id = ${userId} limit 1`.execute(db)
  return result.rows.length > 0
}
