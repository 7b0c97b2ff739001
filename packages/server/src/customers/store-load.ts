/**
 * Loads many new persons at once (PRG-05): by COPY into a temporary table, since row-level security allows no COPY into
 * the guarded one, and from there behind the wall. Runs inside the caller's transaction.
 */
import { nameGrams, type Sex } from '@anpei/domain/customers'
import type { Day, Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { PoolClient } from 'pg'
import { copyBytes, copyRows, type CopyRow, type CopyTarget, type Db } from '../db/index.ts'

export type PersonToLoad = {
  readonly id: string
  readonly name: string
  readonly sex: Sex
  readonly birthOn: Day
  readonly diedOn: Day | null
  readonly villageCode: string
  readonly idHash: Buffer
  readonly phoneHash: Buffer | null
  readonly salt: Buffer
  readonly sealed: Buffer
  readonly lacksCapacity: boolean
}

export async function loadPeople(
  client: PoolClient,
  db: Db,
  tenantId: number,
  now: Instant,
  people: readonly PersonToLoad[],
): Promise<void> {
  if (people.length === 0) return
  await sql`create temp table if not exists stage_person (id uuid, name text, sex text, birth_on date, died_on date,
    village_code text, id_hash bytea, phone_hash bytea, salt bytea, sealed bytea, lacks_capacity boolean, grams text)
    on commit drop`.execute(db)
  await copyRows(client, PEOPLE, people.map(cells))
  await sql`insert into person (tenant_id, id, name, sex, birth_on, died_on, village_code, id_hash, phone_hash, salt,
    sealed,
      lacks_capacity, created_at)
    select ${tenantId}, id, name, sex, birth_on, died_on, village_code, id_hash, phone_hash, salt, sealed,
      lacks_capacity,
      ${now}::timestamptz from stage_person`.execute(db)
  await sql`insert into person_name_gram (tenant_id, gram, person_id)
    select ${tenantId}, g, id from stage_person, string_to_table(grams, ' ') g where g <> '' order by g, id`.execute(db)
  await sql`truncate stage_person`.execute(db)
}

const PEOPLE: CopyTarget = {
  columns: [
    'id',
    'name',
    'sex',
    'birth_on',
    'died_on',
    'village_code',
    'id_hash',
    'phone_hash',
    'salt',
    'sealed',
    'lacks_capacity',
    'grams',
  ],
  copy: `copy stage_person (id, name, sex, birth_on, died_on, village_code, id_hash, phone_hash, salt, sealed,
    lacks_capacity, grams) from stdin`,
  insert: 'insert into stage_person select * from json_populate_recordset(null::stage_person, $1::json)',
}

function cells(person: PersonToLoad): CopyRow {
  return [
    person.id,
    person.name,
    person.sex,
    person.birthOn,
    person.diedOn,
    person.villageCode,
    copyBytes(person.idHash),
    copyBytes(person.phoneHash),
    copyBytes(person.salt),
    copyBytes(person.sealed),
    String(person.lacksCapacity),
    nameGrams(person.name).join(' '),
  ]
}
