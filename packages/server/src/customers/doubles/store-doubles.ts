/** Likely doubles (CUS-01): the pairs worth a closer look, what was found, and what a person said about it. */
import type { DoubleReason } from '@anpei/domain/customers'
import type { Actor, Day, Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Db } from '../../db/index.ts'
import { personScope } from '../scope.ts'

export type Candidate = {
  readonly first: CandidatePerson
  readonly second: CandidatePerson
  readonly samePhone: boolean
}
export type CandidatePerson = {
  readonly id: string
  readonly name: string
  readonly birthOn: Day
  readonly salt: Buffer
  readonly sealed: Buffer
}
type Row = {
  a_id: string
  a_name: string
  a_birth_on: Day
  a_salt: Buffer
  a_sealed: Buffer
  b_id: string
  b_name: string
  b_birth_on: Day
  b_salt: Buffer
  b_sealed: Buffer
  same_phone: boolean
}

/** A phone that more people share is a village office's or a contractor's, and says nothing. */
const MOST_BEHIND_A_PHONE = 12

/**
 * Pairs that share a name and a birthday, a name and all but one digit of the birthday, a phone, or a birthday a
 * century apart; what the sealed numbers say, the rule judges afterwards. Written once, read in pages.
 */
export async function stageCandidates(db: Db, tenantId: number): Promise<number> {
  await sql`create temp table if not exists stage_double (first_id uuid, second_id uuid) on commit drop`.execute(db)
  await sql`truncate stage_double`.execute(db)
  await sql`
    with alive as materialized (select id, name, birth_on, phone_hash, to_char(birth_on, 'YYYYMMDD') as birth
      from person where tenant_id = ${tenantId} and merged_into is null
    ), open_birth as materialized (select id, name, birth_on, at, overlay(birth placing '_' from at for 1) as key
      from alive, generate_series(1, 8) as at
    ), phones as materialized (select phone_hash from alive where phone_hash is not null group by phone_hash
      having count(*) between 2 and ${MOST_BEHIND_A_PHONE})
    insert into stage_double
    select a.id, b.id from alive a join alive b on b.name = a.name and b.birth_on = a.birth_on and b.id > a.id
    union
    select a.id, b.id from open_birth a join open_birth b on b.name = a.name and b.key = a.key and b.at = a.at
      and b.birth_on <> a.birth_on and b.id > a.id
    union
    select a.id, b.id from phones f join alive a on a.phone_hash = f.phone_hash
      join alive b on b.phone_hash = f.phone_hash and b.id > a.id
    union
    select least(a.id, b.id), greatest(a.id, b.id) from alive a
      join alive b on b.birth_on = (a.birth_on + interval '100 years')::date where a.birth_on < '1926-01-01'`.execute(
    db,
  )
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from stage_double`.execute(db)
  return rows[0]?.count ?? 0
}

export async function candidates(
  db: Db,
  tenantId: number,
  after: { first: string; second: string },
  limit: number,
): Promise<Candidate[]> {
  const { rows } = await sql<Row>`
    select a.id as a_id, a.name as a_name, a.birth_on as a_birth_on, a.salt as a_salt, a.sealed as a_sealed,
      b.id as b_id, b.name as b_name, b.birth_on as b_birth_on, b.salt as b_salt, b.sealed as b_sealed,
      coalesce(a.phone_hash = b.phone_hash, false) as same_phone
    from (select * from stage_double where (first_id, second_id) > (${after.first}::uuid, ${after.second}::uuid)
      order by first_id, second_id limit ${limit}) s
    join person a on a.tenant_id = ${tenantId} and a.id = s.first_id
    join person b on b.tenant_id = ${tenantId} and b.id = s.second_id order by a.id, b.id`.execute(db)
  return rows.map((row) => ({
    first: { id: row.a_id, name: row.a_name, birthOn: row.a_birth_on, salt: row.a_salt, sealed: row.a_sealed },
    second: { id: row.b_id, name: row.b_name, birthOn: row.b_birth_on, salt: row.b_salt, sealed: row.b_sealed },
    samePhone: row.same_phone,
  }))
}

export type FoundDouble = { readonly first: string; readonly second: string; readonly reasons: readonly DoubleReason[] }

/** What a person said before stays. */
export async function saveDoubles(
  db: Db,
  tenantId: number,
  now: Instant,
  found: readonly FoundDouble[],
): Promise<void> {
  if (found.length === 0) return
  await sql`
    insert into person_double (tenant_id, first_id, second_id, reasons, found_at)
    select ${tenantId}::int, f.first, f.second,
      array(select jsonb_array_elements_text(f.reasons)), ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as f(first uuid, second uuid, reasons jsonb)
    on conflict (tenant_id, first_id, second_id) do update
      set reasons = excluded.reasons, found_at = excluded.found_at`.execute(db)
}

/** Pairs that the newest search no longer finds: a number was corrected meanwhile. */
export async function forgetDoublesBefore(db: Db, tenantId: number, before: Instant): Promise<void> {
  await db
    .deleteFrom('person_double')
    .where('tenant_id', '=', tenantId)
    .where('found_at', '<', before)
    .where('not_same_at', 'is', null)
    .execute()
}

export type DoubleRow = { first_id: string; second_id: string; reasons: DoubleReason[]; found_at: Instant }

export async function openDoubles(
  db: Db,
  actor: Actor,
  after: { first: string; second: string } | null,
  limit: number,
): Promise<DoubleRow[]> {
  const scope = personScope(actor, 'person.merge')
  const seen = (column: 'first_id' | 'second_id') => sql`exists (select from person p where p.tenant_id = d.tenant_id
      and p.id = ${sql.ref(`d.${column}`)} and p.merged_into is null and ${scope})`
  const place = after ? sql`(d.first_id, d.second_id) > (${after.first}::uuid, ${after.second}::uuid)` : sql`true`
  const { rows } = await sql<DoubleRow>`select d.first_id, d.second_id, d.reasons, d.found_at from person_double d
    where d.tenant_id = ${actor.tenantId} and d.not_same_at is null and ${seen('first_id')} and ${seen('second_id')}
      and ${place} order by d.first_id, d.second_id limit ${limit}`.execute(db)
  return rows
}

/** False where no such pair is open. */
export async function saveNotSame(
  db: Db,
  tenantId: number,
  pair: { first: string; second: string },
  said: { by: string; at: Instant; reason: string },
): Promise<boolean> {
  const done = await db
    .updateTable('person_double')
    .set({ not_same_by: said.by, not_same_at: said.at, not_same_reason: said.reason })
    .where('tenant_id', '=', tenantId)
    .where('first_id', '=', pair.first)
    .where('second_id', '=', pair.second)
    .where('not_same_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export async function lastSearch(db: Db, tenantId: number) {
  return db
    .selectFrom('background_task')
    .select(['id', 'state', 'finished_at'])
    .where('tenant_id', '=', tenantId)
    .where('kind', '=', 'customers.find_doubles')
    .orderBy('created_at', 'desc')
    .limit(20)
    .execute()
}

/** Those not yet decided that this person is one of; one that was merged into another is decided. */
export async function doublesOf(db: Db, actor: Actor, personId: string) {
  const { rows } = await sql<{ id: string; name: string; reasons: DoubleReason[] }>`
    select p.id, p.name, d.reasons from person_double d join person p on p.tenant_id = d.tenant_id
      and p.id = case when d.first_id = ${personId} then d.second_id else d.first_id end
    where d.tenant_id = ${actor.tenantId} and (d.first_id = ${personId} or d.second_id = ${personId})
      and d.not_same_at is null and p.merged_into is null
      and exists (select from person own where own.tenant_id = d.tenant_id and own.id = ${personId}
        and own.merged_into is null)
      and ${personScope(actor, 'person.read')}
    order by d.found_at, p.id limit 5`.execute(db)
  return rows
}
