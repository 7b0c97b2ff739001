/** Appends memberships and their cover (PRG-04, PRG-05) through temporary tables, inside the caller's transaction. */
import type { Instant } from '@anpei/domain/kernel'
import type { CoverSpan, MemberFact } from '@anpei/domain/programme'
import { sql } from 'kysely'
import type { PoolClient } from 'pg'
import { copyBytes, copyRows, type CopyRow, type CopyTarget, type Db } from '../../db/index.ts'
import { newId } from '../../kernel/index.ts'

export type Membership = {
  readonly personId: string
  readonly facts: readonly MemberFact[]
  readonly covers: readonly CoverSpan[]
  /** Keyed hash of the roster row it came from. */
  readonly rowHash: Buffer | null
}
export type LoadKeys = {
  readonly tenantId: number
  readonly programmeId: string
  readonly importId: string | null
  readonly now: Instant
}

export async function loadMemberships(
  client: PoolClient,
  db: Db,
  keys: LoadKeys,
  memberships: readonly Membership[],
): Promise<void> {
  if (memberships.length === 0) return
  const { tenantId, programmeId, importId, now } = keys
  await sql`create temp table if not exists stage_member (id uuid, person_id uuid, village_code text, status text,
    from_on date,
    before_on date, row_hash bytea) on commit drop`.execute(db)
  await sql`create temp table if not exists stage_cover (id uuid, person_id uuid, village_code text, from_on date,
    to_on date)
    on commit drop`.execute(db)
  await copyRows(client, MEMBERS, memberships.flatMap(memberCells))
  await copyRows(client, COVERS, memberships.flatMap(coverCells))
  await sql`insert into member_period (tenant_id, id, programme_id, person_id, village_code, status, from_on, before_on,
      known_from, import_id, row_hash)
    select ${tenantId}, id, ${programmeId}::uuid, person_id, village_code, status, from_on, before_on,
      ${now}::timestamptz,
      ${importId}::uuid, row_hash from stage_member`.execute(db)
  await sql`insert into cover_period (tenant_id, id, programme_id, person_id, village_code, from_on, to_on, known_from)
    select ${tenantId}, id, ${programmeId}::uuid, person_id, village_code, from_on, to_on, ${now}::timestamptz
    from stage_cover`.execute(db)
  await sql`truncate stage_member, stage_cover`.execute(db)
}

/** What was known until now is not known any more: the new facts follow in the same transaction. */
export async function closeKnowledge(
  db: Db,
  tenantId: number,
  programmeId: string,
  personIds: readonly string[],
  now: Instant,
): Promise<void> {
  await db
    .updateTable('member_period')
    .set({ known_before: now })
    .where('tenant_id', '=', tenantId)
    .where('programme_id', '=', programmeId)
    .where('person_id', 'in', personIds)
    .where('known_before', 'is', null)
    .execute()
  await db
    .updateTable('cover_period')
    .set({ known_before: now })
    .where('tenant_id', '=', tenantId)
    .where('programme_id', '=', programmeId)
    .where('person_id', 'in', personIds)
    .where('known_before', 'is', null)
    .execute()
}

const MEMBERS: CopyTarget = {
  columns: ['id', 'person_id', 'village_code', 'status', 'from_on', 'before_on', 'row_hash'],
  copy: `copy stage_member (id, person_id, village_code, status, from_on, before_on, row_hash) from stdin`,
  insert: 'insert into stage_member select * from json_populate_recordset(null::stage_member, $1::json)',
}
const COVERS: CopyTarget = {
  columns: ['id', 'person_id', 'village_code', 'from_on', 'to_on'],
  copy: `copy stage_cover (id, person_id, village_code, from_on, to_on) from stdin`,
  insert: 'insert into stage_cover select * from json_populate_recordset(null::stage_cover, $1::json)',
}

function memberCells(one: Membership): CopyRow[] {
  const rowHash = copyBytes(one.rowHash)
  return one.facts.map((fact) => [
    newId(),
    one.personId,
    fact.villageCode,
    fact.status,
    fact.fromOn,
    fact.beforeOn,
    rowHash,
  ])
}

function coverCells(one: Membership): CopyRow[] {
  const villageCode = one.facts.at(-1)?.villageCode ?? null
  return one.covers.map((span) => [newId(), one.personId, villageCode, span.from, span.to])
}

/**
 * Tells the planner about tables that were empty a moment ago: without it every foreign key of a first load is a long
 * walk.
 */
export async function measureRegister(db: Db): Promise<void> {
  await sql`select measure_register()`.execute(db)
}
