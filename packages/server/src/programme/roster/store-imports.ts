/** Roster imports, their bad rows and differences (PRG-05). */
import type { Day, Instant } from '@anpei/domain/kernel'
import {
  badRowLifecycle,
  differenceLifecycle,
  importLifecycle,
  type BadRowState,
  type DifferenceKind,
  type DifferenceState,
  type ImportState,
  type MemberFact,
} from '@anpei/domain/programme'
import type { Transition } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { PoolClient } from 'pg'
import { copyRows, type CopyTarget, type Db } from '../../db/index.ts'

export type NewImport = {
  readonly id: string
  readonly programmeId: string
  readonly kind: 'initial' | 'monthly' | 'discharge'
  readonly fileName: string
  readonly fileHash: Buffer
  readonly asOfOn: Day
  readonly startedBy: string | null
  readonly startedAt: Instant
  readonly taskId: string | null
  readonly salt: Buffer | null
}

export async function insertImport(db: Db, tenantId: number, one: NewImport): Promise<void> {
  await db
    .insertInto('roster_import')
    .values({
      tenant_id: tenantId,
      id: one.id,
      programme_id: one.programmeId,
      kind: one.kind,
      file_name: one.fileName,
      file_hash: one.fileHash,
      as_of_on: one.asOfOn,
      state: importLifecycle.initial,
      started_by: one.startedBy,
      started_at: one.startedAt,
      task_id: one.taskId,
      salt: one.salt,
    })
    .execute()
}

export async function loadImport(db: Db, tenantId: number, importId: string, lock = false) {
  return db
    .selectFrom('roster_import')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', importId)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
}

export type ImportCounts = {
  readonly rowCount: number
  readonly goodCount: number
  readonly badCount: number
  readonly unchangedCount: number
  readonly counts: Readonly<Record<string, number>>
}

export async function endImport(
  db: Db,
  tenantId: number,
  importId: string,
  state: Transition<ImportState>,
  counts: ImportCounts | null,
  at: Instant | null,
): Promise<void> {
  await db
    .updateTable('roster_import')
    .set({
      state: state.to,
      ...(at === null ? {} : { confirmed_at: at }),
      ...(counts === null
        ? {}
        : {
            row_count: counts.rowCount,
            good_count: counts.goodCount,
            bad_count: counts.badCount,
            unchanged_count: counts.unchangedCount,
            summary: JSON.stringify(counts.counts),
          }),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', importId)
    .execute()
}

export async function confirmImport(
  db: Db,
  tenantId: number,
  importId: string,
  state: Transition<ImportState>,
  by: string,
  at: Instant,
): Promise<void> {
  await db
    .updateTable('roster_import')
    .set({ state: state.to, confirmed_by: by, confirmed_at: at })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', importId)
    .execute()
}

export type SealedRow = { readonly salt: Buffer; readonly sealed: Buffer }
export type NewBadRow = SealedRow & { readonly rowNo: number; readonly codes: readonly string[] }

export async function insertBadRows(
  db: Db,
  tenantId: number,
  importId: string,
  rows: readonly NewBadRow[],
): Promise<void> {
  if (rows.length === 0) return
  await db
    .insertInto('roster_bad_row')
    .values(
      rows.map((row) => ({
        tenant_id: tenantId,
        import_id: importId,
        row_no: row.rowNo,
        codes: [...row.codes],
        salt: row.salt,
        sealed: row.sealed,
        state: badRowLifecycle.initial,
      })),
    )
    .execute()
}

export async function loadBadRow(db: Db, tenantId: number, importId: string, rowNo: number) {
  return db
    .selectFrom('roster_bad_row')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('import_id', '=', importId)
    .where('row_no', '=', rowNo)
    .forUpdate()
    .executeTakeFirst()
}

export async function saveBadRow(
  db: Db,
  tenantId: number,
  importId: string,
  rowNo: number,
  change: { state?: Transition<BadRowState>; codes?: readonly string[]; row?: SealedRow },
): Promise<void> {
  await db
    .updateTable('roster_bad_row')
    .set({
      ...(change.state ? { state: change.state.to } : {}),
      ...(change.codes ? { codes: [...change.codes] } : {}),
      ...(change.row ? { salt: change.row.salt, sealed: change.row.sealed } : {}),
    })
    .where('tenant_id', '=', tenantId)
    .where('import_id', '=', importId)
    .where('row_no', '=', rowNo)
    .execute()
}

export type NewDifference = SealedRow & {
  readonly id: string
  readonly kind: DifferenceKind
  readonly personId: string | null
  readonly rowNo: number | null
  /** Who corrected the row on the screen. */
  readonly madeBy?: string
}

export async function insertDifferences(
  db: Db,
  tenantId: number,
  importId: string,
  rows: readonly NewDifference[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += 1000) {
    await db
      .insertInto('roster_difference')
      .values(
        rows.slice(at, at + 1000).map((row) => ({
          tenant_id: tenantId,
          import_id: importId,
          id: row.id,
          kind: row.kind,
          person_id: row.personId,
          row_no: row.rowNo,
          made_by: row.madeBy ?? null,
          salt: row.salt,
          sealed: row.sealed,
          state: differenceLifecycle.initial,
        })),
      )
      .execute()
  }
}

/** Locked, oldest first: what a decision on differences is about. */
export async function waitingDifferences(
  db: Db,
  tenantId: number,
  importId: string,
  want: { kind: DifferenceKind | null; ids: readonly string[] | null },
  limit: number,
) {
  const { kind, ids } = want
  return db
    .selectFrom('roster_difference')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('import_id', '=', importId)
    .where('state', '=', 'waiting')
    .$if(kind !== null, (query) => query.where('kind', '=', kind ?? ''))
    .$if(ids !== null, (query) => query.where('id', 'in', [...(ids ?? [])]))
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .execute()
}

export async function saveDifferences(
  db: Db,
  tenantId: number,
  ids: readonly string[],
  state: Transition<DifferenceState>,
): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('roster_difference')
    .set({ state: state.to })
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', [...ids])
    .execute()
}

export type KnownPerson = {
  readonly idHash: Buffer
  readonly personId: string
  readonly name: string
  readonly birthOn: Day
  /** The open fact as known now; null = not on this programme's roster. */
  readonly current: MemberFact | null
  readonly rowHash: Buffer | null
}

/** Whom of these numbers the register knows, and how they stand on the roster; number by number through the indexes. */
export async function findKnown(
  db: Db,
  tenantId: number,
  programmeId: string,
  idHashes: readonly Buffer[],
): Promise<KnownPerson[]> {
  const found = await sql<{
    id_hash: Buffer
    id: string
    name: string
    birth_on: Day
    status: MemberFact['status'] | null
    village_code: string | null
    from_on: Day | null
    row_hash: Buffer | null
  }>`select p.id_hash, p.id, p.name, p.birth_on, m.status, m.village_code, m.from_on, m.row_hash
    from unnest(${idHashes}::bytea[]) as h(id_hash)
    cross join lateral (select * from person p where p.tenant_id = ${tenantId} and p.id_hash = h.id_hash
      and p.merged_into is null
      offset 0) p
    left join lateral (select * from member_period m where m.tenant_id = ${tenantId} and m.programme_id = ${programmeId}
      and m.person_id = p.id and m.before_on is null and m.known_before is null offset 0) m on true`.execute(db)
  return found.rows.map((row) => ({
    idHash: row.id_hash,
    personId: row.id,
    name: row.name,
    birthOn: row.birth_on,
    rowHash: row.row_hash,
    current:
      row.status === null || row.from_on === null
        ? null
        : { status: row.status, villageCode: row.village_code, fromOn: row.from_on, beforeOn: null },
  }))
}

/** In a transaction that fills tables the statistics still call them empty: only the indexes are to be trusted. */
export async function trustIndexes(db: Db): Promise<void> {
  await sql`select set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
    set_config('enable_mergejoin', 'off', true)`.execute(db)
}

export async function hasPeople(db: Db, tenantId: number): Promise<boolean> {
  return (await db.selectFrom('person').select('id').where('tenant_id', '=', tenantId).limit(1).execute()).length > 0
}

/** Whether anybody was ever on the roster of a programme. */
export async function hasMembers(db: Db, tenantId: number, programmeId: string): Promise<boolean> {
  const found = await db
    .selectFrom('member_period')
    .select('person_id')
    .where('tenant_id', '=', tenantId)
    .where('programme_id', '=', programmeId)
    .limit(1)
    .execute()
  return found.length > 0
}

/** Everybody on the roster whom a monthly file did not name. */
export async function missingMembers(db: Db, tenantId: number, programmeId: string): Promise<string[]> {
  const found = await sql<{ person_id: string }>`select m.person_id from member_period m
    where m.tenant_id = ${tenantId} and m.programme_id = ${programmeId} and m.before_on is null
      and m.known_before is null
      and m.status = 'resident' and not exists (select from stage_seen s where s.person_id = m.person_id)
    order by m.person_id`.execute(db)
  return found.rows.map((row) => row.person_id)
}

export async function makeSeen(db: Db): Promise<void> {
  await sql`create temp table stage_seen (person_id uuid primary key) on commit drop`.execute(db)
}

/** All current facts of these people, in order. */
export async function currentFacts(db: Db, tenantId: number, programmeId: string, personIds: readonly string[]) {
  return db
    .selectFrom('member_period as m')
    .innerJoin('person as p', (join) => join.onRef('p.tenant_id', '=', 'm.tenant_id').onRef('p.id', '=', 'm.person_id'))
    .select(['m.person_id', 'm.status', 'm.village_code', 'm.from_on', 'm.before_on', 'p.birth_on'])
    .where('m.tenant_id', '=', tenantId)
    .where('m.programme_id', '=', programmeId)
    .where('m.person_id', 'in', [...personIds])
    .where('m.known_before', 'is', null)
    .orderBy('m.person_id')
    .orderBy('m.from_on')
    .execute()
}

export async function countFixed(db: Db, tenantId: number, importId: string): Promise<void> {
  await db
    .updateTable('roster_import')
    .set((row) => ({ good_count: row('good_count', '+', 1) }))
    .where('tenant_id', '=', tenantId)
    .where('id', '=', importId)
    .execute()
}

/** Whom the file named, to find who is missing. */
export async function insertSeen(client: PoolClient, personIds: readonly string[]): Promise<void> {
  await copyRows(
    client,
    SEEN,
    personIds.map((id) => [id]),
  )
}

const SEEN: CopyTarget = {
  columns: ['person_id'],
  copy: `copy stage_seen (person_id) from stdin`,
  insert: 'insert into stage_seen select * from json_populate_recordset(null::stage_seen, $1::json)',
}
