/** Reads of the roster (PRG-04). */
import { nameGrams, type Sex } from '@anpei/domain/customers'
import type { Actor, Day, Instant } from '@anpei/domain/kernel'
import type { MemberStatus, Village } from '@anpei/domain/programme'
import { sql, type RawBuilder } from 'kysely'
import { villageScope } from '../../customers/index.ts'
import type { Db } from '../../db/index.ts'

export async function villagesOf(db: Db): Promise<Village[]> {
  return db
    .selectFrom('division as v')
    .innerJoin('division as t', 't.code', 'v.parent_code')
    .select(['v.code', 'v.name', 't.name as townName'])
    .where('v.kind', '=', 'village')
    .execute()
}

export async function allDivisions(db: Db) {
  return db.selectFrom('division').select(['code', 'parent_code', 'kind', 'name']).orderBy('code').execute()
}

export type RosterQuestion = {
  readonly programmeId: string | null
  readonly division: string | null
  readonly status: MemberStatus | null
  readonly name: string | null
  readonly today: Day
  readonly after: { readonly name: string; readonly id: string } | null
  readonly limit: number
}
export type RosterData = {
  person_id: string
  name: string
  sex: Sex
  birth_on: Day
  salt: Buffer
  sealed: Buffer
  village_code: string | null
  village_name: string | null
  town_name: string | null
  status: MemberStatus
  from_on: Day
  covered: boolean
}

function where(actor: Actor, asked: RosterQuestion): RawBuilder<boolean> {
  const parts = [
    sql`m.tenant_id = ${actor.tenantId} and m.before_on is null and m.known_before is null`,
    villageScope(actor, 'roster.read', sql`m.village_code`),
    asked.programmeId === null ? null : sql`m.programme_id = ${asked.programmeId}`,
    asked.status === null ? null : sql`m.status = ${asked.status}`,
    asked.division === null ? null : divisionIs(asked.division),
    asked.name === null ? null : nameIs(actor, asked.name),
  ].filter((part) => part !== null)
  return sql<boolean>`${sql.join(parts, sql` and `)}`
}

function divisionIs(division: string): RawBuilder<unknown> {
  return division.length === 12
    ? sql`p.village_code = ${division}`
    : sql`p.village_code in (select code from division where parent_code = ${division})`
}

function nameIs(actor: Actor, name: string): RawBuilder<unknown> {
  const grams = nameGrams(name)
  if (grams.length === 0 || [...name].length === 1) return sql`p.name >= ${name} and p.name < ${name + '\u{10ffff}'}`
  return sql`p.id in (select g.person_id from person_name_gram g where g.tenant_id = ${actor.tenantId}
    and g.gram = any(${grams}::text[]) group by g.person_id having count(*) = ${grams.length})`
}

/** The cover `c`, as known now, holds the day; without a last day of its own it ends with its programme `g`. */
function runsOn(day: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`c.known_before is null and c.from_on <= least(${day}, g.last_on)
    and coalesce(c.to_on, g.last_on, 'infinity') >= ${day}`
}

const JOIN = sql`member_period m join person p on p.tenant_id = m.tenant_id and p.id = m.person_id
  and p.merged_into is null`

export async function searchRoster(db: Db, actor: Actor, asked: RosterQuestion): Promise<RosterData[]> {
  const after = asked.after === null ? sql`true` : sql`(p.name, p.id) > (${asked.after.name}, ${asked.after.id}::uuid)`
  const found =
    await sql<RosterData>`select p.id as person_id, p.name, p.sex, p.birth_on, p.salt, p.sealed, m.village_code,
      v.name as village_name, t.name as town_name, m.status, m.from_on,
      exists (select from cover_period c where c.tenant_id = m.tenant_id and c.person_id = m.person_id
        and c.programme_id = m.programme_id and ${runsOn(sql`${asked.today}::date`)}) as covered
    from ${JOIN} join programme g on g.tenant_id = m.tenant_id and g.id = m.programme_id
    left join division v on v.code = m.village_code left join division t on t.code = v.parent_code
    where ${where(actor, asked)} and p.tenant_id = ${actor.tenantId} and ${after} order by p.name,
      p.id limit ${asked.limit}`.execute(db)
  return found.rows
}

export async function countRoster(db: Db, actor: Actor, asked: RosterQuestion): Promise<number> {
  const found = await sql<{
    n: number
  }>`select count(*)::int as n from (select 1 from ${JOIN} where ${where(actor, asked)} limit 10001) x`.execute(db)
  return found.rows[0]?.n ?? 0
}

export type FactData = {
  programme_id: string
  programme: string
  status: MemberStatus
  village_name: string | null
  from_on: Day
  before_on: Day | null
  known_from: Instant
  known_before: Instant | null
}

/** Everything ever known of a registration, newest knowledge first. */
export async function factsOfPerson(db: Db, actor: Actor, personId: string): Promise<FactData[]> {
  const found =
    await sql<FactData>`select m.programme_id, g.name as programme, m.status, v.name as village_name, m.from_on,
      m.before_on,
      m.known_from, m.known_before
    from member_period m join programme g on g.tenant_id = m.tenant_id and g.id = m.programme_id left
      join division v on v.code = m.village_code
    where m.tenant_id = ${actor.tenantId} and m.person_id = ${personId} order by m.known_from desc, m.from_on`.execute(
      db,
    )
  return found.rows
}

export type CoverData = {
  programme_id: string
  from_on: Day
  to_on: Day | null
  known_from: Instant
  known_before: Instant | null
}

export async function coversOfPerson(db: Db, actor: Actor, personId: string): Promise<CoverData[]> {
  const found = await sql<CoverData>`select c.programme_id, c.from_on, c.known_from, c.known_before,
      case when c.known_before is null then coalesce(c.to_on, g.last_on) else c.to_on end as to_on
    from cover_period c join programme g on g.tenant_id = c.tenant_id and g.id = c.programme_id
    where c.tenant_id = ${actor.tenantId} and c.person_id = ${personId} order by c.known_from desc,
      c.from_on`.execute(db)
  return found.rows
}

/** May the actor see this person on the roster? */
export async function isOnRoster(db: Db, actor: Actor, personId: string): Promise<boolean> {
  const found = await sql<{
    id: string
  }>`select p.id from person p where p.tenant_id = ${actor.tenantId} and p.id = ${personId}
    and ${villageScope(actor, 'roster.read', sql`p.village_code`)}`.execute(db)
  return found.rows.length > 0
}

/** Covered today, died and moved away, by town or by village of a town. */
export async function headsByDivision(
  db: Db,
  tenantId: number,
  asked: { town: string | null; programmeId: string | null; today: Day },
) {
  const programme = asked.programmeId === null ? sql`true` : sql`m.programme_id = ${asked.programmeId}`
  const group = asked.town === null ? sql`left(m.village_code, 9)` : sql`m.village_code`
  const within =
    asked.town === null ? sql`true` : sql`m.village_code >= ${asked.town} and m.village_code < ${asked.town + 'x'}`
  const found = await sql<{ code: string; name: string; covered: number; deceased: number; moved_away: number }>`
    with m as materialized (select m.village_code, m.status, exists (select from cover_period c
      where c.tenant_id = m.tenant_id and c.person_id = m.person_id and c.programme_id = m.programme_id
        and ${runsOn(sql`${asked.today}::date`)}) as covered
      from member_period m join programme g on g.tenant_id = m.tenant_id and g.id = m.programme_id
      where m.tenant_id = ${tenantId} and m.before_on is null and m.known_before is null and ${programme} and ${within})
    select d.code, d.name, count(*) filter (where m.covered)::int as covered,
      count(*) filter (where m.status = 'deceased')::int as deceased,
      count(*) filter (where m.status in ('moved_away', 'lost'))::int as moved_away
    from m join division d on d.code = ${group} group by d.code, d.name order by d.code`.execute(db)
  return found.rows
}

export type Patient = { readonly personId: string; readonly name: string; readonly covered: boolean }

/** Whom of these numbers the register knows, and whether each was covered on the day asked for, by place. */
export async function patientsOf(
  db: Db,
  tenantId: number,
  programmeId: string,
  asked: readonly { readonly idHash: Buffer; readonly on: Day }[],
): Promise<Map<number, Patient>> {
  if (asked.length === 0) return new Map()
  const found = await sql<{ at: number; id: string; name: string; covered: boolean }>`
    select h.at::int, p.id, p.name, exists (select from cover_period c where c.tenant_id = p.tenant_id
        and c.person_id = p.id and c.programme_id = g.id and ${runsOn(sql`h.day`)}) as covered
    from unnest(${asked.map((one) => one.idHash)}::bytea[], ${asked.map((one) => one.on)}::date[])
      with ordinality as h(id_hash, day, at)
    join person p on p.tenant_id = ${tenantId} and p.id_hash = h.id_hash and p.merged_into is null
    join programme g on g.tenant_id = ${tenantId} and g.id = ${programmeId}`.execute(db)
  return new Map(found.rows.map((row) => [row.at - 1, { personId: row.id, name: row.name, covered: row.covered }]))
}

export async function isVillage(db: Db, code: string): Promise<boolean> {
  const { rows } = await sql`select from division where code = ${code} and parent_code is not null`.execute(db)
  return rows.length > 0
}
