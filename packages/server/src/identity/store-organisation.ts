/** Institutions, departments, villages and their posts (ORG-02). */
import { sql } from 'kysely'
import type { Db } from '../db/index.ts'
import type { Named } from './store-staff.ts'

export type InstitutionRecord = {
  id: string
  parent_id: string | null
  kind: string
  code: string
  name: string
  head: Named | null
  people: number
}

export async function allInstitutions(db: Db, tenantId: number): Promise<InstitutionRecord[]> {
  return (
    await sql<InstitutionRecord>`select i.id, i.parent_id, i.kind, i.code, i.name,
    case when h.id is null then null else json_build_object('id', h.id, 'name', h.name) end as head,
    (select count(*)::int from staff_user u where u.tenant_id = i.tenant_id and u.institution_id = i.id and u.active)
      as people
    from institution i left join staff_user h on h.tenant_id = i.tenant_id and h.id = i.head_user_id
    where i.tenant_id = ${tenantId} order by i.code`.execute(db)
  ).rows
}

type DepartmentRecord = {
  id: string
  institution_id: string
  parent_id: string | null
  code: string
  name: string
  people: number
}

export async function allDepartments(db: Db, tenantId: number): Promise<DepartmentRecord[]> {
  return (
    await sql<DepartmentRecord>`
    select d.id, d.institution_id, d.parent_id, d.code, d.name,
    (select count(*)::int from staff_user u where u.tenant_id = d.tenant_id and u.department_id = d.id and u.active)
      as people
    from department d where d.tenant_id = ${tenantId} order by d.code`.execute(db)
  ).rows
}

export type InstitutionValues = {
  readonly id: string
  readonly parentId: string | null
  readonly kind: string
  readonly code: string
  readonly name: string
  readonly headId: string | null
}

/** False where another institution has this code. */
export async function saveInstitutionRow(db: Db, tenantId: number, values: InstitutionValues): Promise<boolean> {
  const taken = await db
    .selectFrom('institution')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('code', '=', values.code)
    .where('id', '<>', values.id)
    .executeTakeFirst()
  if (taken) return false
  const columns = {
    parent_id: values.parentId,
    kind: values.kind,
    code: values.code,
    name: values.name,
    head_user_id: values.headId,
  }
  await db
    .insertInto('institution')
    .values({ tenant_id: tenantId, id: values.id, ...columns })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet(columns))
    .execute()
  return true
}

export type DepartmentValues = {
  readonly id: string
  readonly institutionId: string
  readonly parentId: string | null
  readonly code: string
  readonly name: string
}

export async function saveDepartmentRow(db: Db, tenantId: number, values: DepartmentValues): Promise<boolean> {
  const taken = await db
    .selectFrom('department')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('code', '=', values.code)
    .where('id', '<>', values.id)
    .executeTakeFirst()
  if (taken) return false
  const columns = {
    institution_id: values.institutionId,
    parent_id: values.parentId,
    code: values.code,
    name: values.name,
  }
  await db
    .insertInto('department')
    .values({ tenant_id: tenantId, id: values.id, ...columns })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet(columns))
    .execute()
  return true
}

/** The parents of a unit, itself included: a new parent must not be below it. */
export async function ancestorsOf(
  db: Db,
  tenantId: number,
  table: 'institution' | 'department',
  id: string,
): Promise<string[]> {
  const from = sql.table(table)
  const rows = (
    await sql<{ id: string }>`with recursive up as (
      select id, parent_id, 1 as step from ${from} where tenant_id = ${tenantId} and id = ${id}
      union all
      select p.id, p.parent_id, u.step + 1 from up u join ${from} p on p.tenant_id = ${tenantId} and p.id = u.parent_id
        where u.step < 30
    ) select id from up`.execute(db)
  ).rows
  return rows.map((row) => row.id)
}

export async function unitName(
  db: Db,
  tenantId: number,
  kind: 'institution' | 'department',
  id: string,
): Promise<string | null> {
  const row = await db
    .selectFrom(kind)
    .select('name')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.name ?? null
}

export async function villagesOf(db: Db, tenantId: number, userId: string) {
  const rows = await db
    .selectFrom('village_post')
    .innerJoin('division', 'division.code', 'village_post.village_code')
    .select(['division.code', 'division.name', 'duty'])
    .where('tenant_id', '=', tenantId)
    .where('user_id', '=', userId)
    .orderBy('division.code')
    .limit(500)
    .execute()
  return rows.map((row) => ({ code: row.code, name: row.name, duty: dutyOf(row.duty) }))
}

function dutyOf(text: string): 'liaison' | 'deputy' | 'handler' {
  if (text === 'liaison' || text === 'deputy' || text === 'handler') return text
  throw new Error(`unknown duty ${text}`)
}

/** A post counts only while an active person holds it. */
const heldBy = (tenantId: number, duty: string) => sql`exists (select from village_post vp join staff_user u
  on u.tenant_id = vp.tenant_id and u.id = vp.user_id and u.active
  where vp.tenant_id = ${tenantId} and vp.village_code = v.code and vp.duty = ${duty})`

export async function countVacancies(db: Db, tenantId: number) {
  return (
    await sql<{ code: string; name: string; villages: number; withoutLiaison: number; withoutDeputy: number }>`
    select t.code, t.name, count(v.code)::int as villages,
      count(*) filter (where v.code is not null and not ${heldBy(tenantId, 'liaison')})::int as "withoutLiaison",
      count(*) filter (where v.code is not null and not ${heldBy(tenantId, 'deputy')})::int as "withoutDeputy"
    from division t left join division v on v.parent_code = t.code and v.kind = 'village'
    where t.kind = 'town' group by t.code, t.name order by t.code`.execute(db)
  ).rows
}

export type VillageRecord = {
  code: string
  name: string
  townCode: string
  townName: string
  posts: { duty: string; id: string; name: string }[]
}

type Question = {
  readonly townCode: string | undefined
  readonly search: string | undefined
  readonly vacancy: 'any' | 'liaison' | 'deputy' | undefined
  readonly after: string | null
  readonly limit: number
}

export async function findVillages(
  db: Db,
  tenantId: number,
  asked: Question,
): Promise<{ rows: VillageRecord[]; total: number }> {
  const conditions = [sql`v.kind = 'village'`]
  if (asked.townCode) conditions.push(sql`v.parent_code = ${asked.townCode}`)
  if (asked.search) conditions.push(sql`position(${asked.search} in v.name) > 0`)
  const liaison = sql`not ${heldBy(tenantId, 'liaison')}`
  const deputy = sql`not ${heldBy(tenantId, 'deputy')}`
  if (asked.vacancy === 'liaison') conditions.push(liaison)
  if (asked.vacancy === 'deputy') conditions.push(deputy)
  if (asked.vacancy === 'any') conditions.push(sql`(${liaison} or ${deputy})`)
  const where = sql.join(conditions, sql` and `)
  const place = asked.after === null ? sql`true` : sql`v.code > ${asked.after}`
  const [found, counted] = await Promise.all([
    sql<VillageRecord>`select v.code, v.name, t.code as "townCode", t.name as "townName",
      (select coalesce(json_agg(json_build_object('duty', vp.duty, 'id', u.id, 'name', u.name) order by u.name), '[]')
        from village_post vp join staff_user u on u.tenant_id = vp.tenant_id and u.id = vp.user_id and u.active
        where vp.tenant_id = ${tenantId} and vp.village_code = v.code) as posts
      from division v join division t on t.code = v.parent_code where ${where} and ${place} order by v.code
        limit ${asked.limit}`.execute(db),
    sql<{ total: number }>`select count(*)::int as total from division v where ${where}`.execute(db),
  ])
  return { rows: found.rows, total: counted.rows[0]?.total ?? 0 }
}

export async function isVillage(db: Db, code: string): Promise<boolean> {
  const row = await db
    .selectFrom('division')
    .select('code')
    .where('code', '=', code)
    .where('kind', '=', 'village')
    .executeTakeFirst()
  return row !== undefined
}

export async function replaceVillagePosts(
  db: Db,
  tenantId: number,
  villageCode: string,
  posts: readonly { userId: string; duty: 'liaison' | 'deputy' | 'handler' }[],
): Promise<void> {
  await db
    .deleteFrom('village_post')
    .where('tenant_id', '=', tenantId)
    .where('village_code', '=', villageCode)
    .execute()
  if (posts.length === 0) return
  await db
    .insertInto('village_post')
    .values(
      posts.map(({ userId, duty }) => ({
        tenant_id: tenantId,
        village_code: villageCode,
        user_id: userId,
        duty,
      })),
    )
    .execute()
}
