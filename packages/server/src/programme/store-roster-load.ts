/**
 * Loads people into register and roster (PRG-05): rows go by COPY into temporary tables (row-level security allows no
 * COPY into guarded ones) and from there, batch by batch in one transaction, into the tables behind the wall.
 */
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { nameGrams } from '@anpei/domain/customers'
import type { Day, Instant } from '@anpei/domain/kernel'
import type { CoverSpan, MemberFact } from '@anpei/domain/programme'
import { sql } from 'kysely'
import type { PoolClient } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Db } from '../db/index.ts'
import { newId } from '../kernel/index.ts'

export type NewPersonRow = {
  readonly id: string; readonly name: string; readonly sex: string; readonly birthOn: Day; readonly diedOn: Day | null
  readonly villageCode: string; readonly idHash: Buffer; readonly phoneHash: Buffer | null; readonly salt: Buffer; readonly sealed: Buffer
  readonly lacksCapacity: boolean
}
export type Membership = {
  readonly personId: string; readonly facts: readonly MemberFact[]; readonly covers: readonly CoverSpan[]; readonly rowHash: Buffer | null
}
export type LoadKeys = {
  readonly tenantId: number; readonly programmeId: string; readonly importId: string | null; readonly now: Instant
}

const STAGES = `
  create temp table if not exists stage_person (id uuid, name text, sex text, birth_on date, died_on date, village_code text,
    id_hash bytea, phone_hash bytea, salt bytea, sealed bytea, lacks_capacity boolean, grams text[]) on commit drop;
  create temp table if not exists stage_member (id uuid, person_id uuid, village_code text, status text, from_on date,
    before_on date, row_hash bytea) on commit drop;
  create temp table if not exists stage_cover (id uuid, person_id uuid, village_code text, from_on date, to_on date) on commit drop`

export async function makeStages(client: PoolClient): Promise<void> {
  for (const statement of STAGES.split(';')) await client.query(statement)
}

/** Appends people and memberships; must run inside the transaction that made the stages. */
export async function loadBatch(
  client: PoolClient, db: Db, keys: LoadKeys, people: readonly NewPersonRow[], memberships: readonly Membership[],
): Promise<void> {
  if (people.length > 0) {
    await copyText(client, 'stage_person', people.map(personLine))
    await insertStagedPeople(db, keys)
  }
  if (memberships.length > 0) {
    await copyText(client, 'stage_member', memberships.flatMap(memberLines))
    await copyText(client, 'stage_cover', memberships.flatMap(coverLines))
    await insertStagedRoster(db, keys)
  }
  await client.query('truncate stage_person, stage_member, stage_cover')
}

async function insertStagedPeople(db: Db, keys: LoadKeys): Promise<void> {
  await sql`select roster_load_people(${keys.tenantId}, ${keys.now})`.execute(db)
}

async function insertStagedRoster(db: Db, keys: LoadKeys): Promise<void> {
  await sql`insert into member_period (tenant_id, id, programme_id, person_id, village_code, status, from_on, before_on, known_from,
      import_id, row_hash)
    select ${keys.tenantId}, id, ${keys.programmeId}, person_id, village_code, status, from_on, before_on, ${keys.now}::timestamptz,
      ${keys.importId}, row_hash from stage_member`.execute(db)
  await sql`insert into cover_period (tenant_id, id, programme_id, person_id, village_code, from_on, to_on, known_from)
    select ${keys.tenantId}, id, ${keys.programmeId}, person_id, village_code, from_on, to_on, ${keys.now}::timestamptz
    from stage_cover`.execute(db)
}

async function copyText(client: PoolClient, table: string, lines: readonly string[]): Promise<void> {
  if (lines.length === 0) return
  const stream = client.query(copyFrom(`copy ${table} from stdin`))
  const done = finished(stream)
  const PIECE = 500
  for (let at = 0; at < lines.length; at += PIECE) {
    if (!stream.write(lines.slice(at, at + PIECE).join(''))) await Promise.race([once(stream, 'drain'), done])
  }
  stream.end()
  await done
}

function personLine(person: NewPersonRow): string {
  const grams = nameGrams(person.name).map((gram) => `"${gram.replaceAll(/["\\]/g, '')}"`).join(',')
  return `${person.id}\t${text(person.name)}\t${person.sex}\t${person.birthOn}\t${person.diedOn ?? '\\N'}\t${person.villageCode}\t`
    + `${hex(person.idHash)}\t${hex(person.phoneHash)}\t${hex(person.salt)}\t${hex(person.sealed)}\t${person.lacksCapacity ? 't' : 'f'}\t{${grams}}\n`
}

function memberLines(one: Membership): string[] {
  return one.facts.map((fact) => `${newId()}\t${one.personId}\t${fact.villageCode ?? '\\N'}\t${fact.status}\t${fact.fromOn}\t`
    + `${fact.beforeOn ?? '\\N'}\t${hex(one.rowHash)}\n`)
}

function coverLines(one: Membership): string[] {
  const villageCode = one.facts.at(-1)?.villageCode ?? '\\N'
  return one.covers.map((span) => `${newId()}\t${one.personId}\t${villageCode}\t${span.from}\t${span.to ?? '\\N'}\n`)
}

function hex(bytes: Buffer | null): string {
  return bytes === null ? '\\N' : `\\\\x${bytes.toString('hex')}`
}

function text(value: string): string {
  return value.replace(/[\\\t\n\r]/g, (character) => `\\${character}`)
}
