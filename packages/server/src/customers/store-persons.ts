/** Reads and writes persons (CUS-01). */
import { nameGrams, type CareMark } from '@anpei/domain/customers'
import type { Actor, Day, Instant, Permission } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../db/index.ts'
import { personScope } from './scope.ts'

export type PersonData = {
  id: string
  name: string
  sex: 'male' | 'female'
  birth_on: Day
  died_on: Day | null
  village_code: string | null
  id_hash: Buffer
  salt: Buffer
  sealed: Buffer
  care_marks: CareMark[]
  lacks_capacity: boolean
  merged_into: string | null
  created_at: Instant
  village_name: string | null
  town_name: string | null
}

const COLUMNS = sql`p.id, p.name, p.sex, p.birth_on, p.died_on, p.village_code, p.id_hash, p.salt, p.sealed,
  care_marks_of(p.tenant_id, p.id) as care_marks,
  p.lacks_capacity, p.merged_into, p.created_at, v.name as village_name, t.name as town_name`
const FROM = sql`person p left join division v on v.code = p.village_code left
  join division t on t.code = v.parent_code`

/** Undefined when there is none or the actor may not see it; `lock` keeps it until the transaction ends. */
export async function loadPersonData(
  db: Db,
  actor: Actor,
  permission: Permission,
  personId: string,
  lock = false,
): Promise<PersonData | undefined> {
  const found =
    await sql<PersonData>`select ${COLUMNS} from ${FROM} where p.tenant_id = ${actor.tenantId} and p.id = ${personId}
    and ${personScope(actor, permission)} ${lock ? sql`for update of p` : sql``}`.execute(db)
  return found.rows[0]
}

export async function loadPersons(db: Db, tenantId: number, personIds: readonly string[]): Promise<PersonData[]> {
  if (personIds.length === 0) return []
  const found = await sql<PersonData>`select ${COLUMNS} from ${FROM} where p.tenant_id = ${tenantId}
      and p.id = any(${[...personIds]}::uuid[])`.execute(db)
  return found.rows
}

export type PersonQuestion =
  | { readonly by: 'id_number'; readonly hash: Buffer }
  | { readonly by: 'phone'; readonly hash: Buffer }
  | { readonly by: 'name'; readonly name: string }
  | { readonly by: 'filters' }
/** `also`: a condition on the table `person`, aliased `p`. */
export type Within = { readonly division: string | null; readonly also: RawBuilder<boolean> }
export type PersonPlace = { readonly name: string; readonly id: string }

/** By name in the order of names, so that a page continues where the last one ended. */
export async function searchPersons(
  db: Db,
  actor: Actor,
  asked: PersonQuestion,
  within: Within,
  more: { after: PersonPlace | null; limit: number },
): Promise<PersonData[]> {
  const after = more.after === null ? sql`true` : sql`(p.name, p.id) > (${more.after.name}, ${more.after.id}::uuid)`
  const found = await sql<PersonData>`select ${COLUMNS} from ${FROM}
    where p.tenant_id = ${actor.tenantId} and p.merged_into is null and ${personScope(actor, 'person.read')}
      and ${matches(actor, asked)}
      and ${inDivision(within.division)} and ${within.also} and ${after}
    order by p.name, p.id limit ${more.limit}`.execute(db)
  return found.rows
}

/** Exact up to 10,001, which says "more than". */
export async function countPersons(db: Db, actor: Actor, asked: PersonQuestion, within: Within): Promise<number> {
  const found = await sql<{ n: number }>`select count(*)::int as n from (select 1 from person p
    where p.tenant_id = ${actor.tenantId} and p.merged_into is null and ${personScope(actor, 'person.read')}
      and ${matches(actor, asked)}
      and ${inDivision(within.division)} and ${within.also} limit 10001) x`.execute(db)
  return found.rows[0]?.n ?? 0
}

function inDivision(division: string | null): RawBuilder<boolean> {
  if (division === null) return sql<boolean>`true`
  return division.length === 12
    ? sql<boolean>`p.village_code = ${division}`
    : sql<boolean>`p.village_code in (select code from division where parent_code = ${division})`
}

function matches(actor: Actor, asked: PersonQuestion): RawBuilder<boolean> {
  if (asked.by === 'id_number') return sql<boolean>`p.id_hash = ${asked.hash}`
  if (asked.by === 'phone') return sql<boolean>`p.phone_hash = ${asked.hash}`
  if (asked.by === 'filters') return sql<boolean>`true`
  const grams = nameGrams(asked.name)
  if (grams.length === 0 || asked.name.length === 1)
    return sql<boolean>`p.name >= ${asked.name} and p.name < ${asked.name + '\u{10ffff}'}`
  return sql<boolean>`p.id in (select g.person_id from person_name_gram g where g.tenant_id = ${actor.tenantId}
    and g.gram = any(${grams}::text[]) group by g.person_id having count(*) = ${grams.length})`
}

export type PersonUpdate = {
  readonly name: string
  readonly sex: 'male' | 'female'
  readonly birthOn: Day
  readonly diedOn: Day | null
  readonly villageCode: string | null
  readonly idHash: Buffer
  readonly phoneHash: Buffer | null
  readonly sealed: Buffer
  readonly lacksCapacity: boolean
}

export async function savePerson(db: Db, tenantId: number, personId: string, update: PersonUpdate): Promise<void> {
  await db
    .updateTable('person')
    .set({
      name: update.name,
      sex: update.sex,
      birth_on: update.birthOn,
      died_on: update.diedOn,
      village_code: update.villageCode,
      id_hash: update.idHash,
      phone_hash: update.phoneHash,
      sealed: update.sealed,
      lacks_capacity: update.lacksCapacity,
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', personId)
    .execute()
  await db.deleteFrom('person_name_gram').where('tenant_id', '=', tenantId).where('person_id', '=', personId).execute()
  await db
    .insertInto('person_name_gram')
    .values(nameGrams(update.name).map((gram) => ({ tenant_id: tenantId, gram, person_id: personId })))
    .execute()
}

/** The other person who carries this number, if any. */
export async function holderOfIdHash(
  db: Db,
  tenantId: number,
  idHash: Buffer,
  exceptId: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('person')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id_hash', '=', idHash)
    .where('merged_into', 'is', null)
    .where('id', '<>', exceptId)
    .executeTakeFirst()
  return row?.id
}
