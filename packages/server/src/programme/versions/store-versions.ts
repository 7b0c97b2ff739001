/** Programmes, versions and policies (PRG-01, PRG-06). */
import { createHash } from 'node:crypto'
import type { Day, Instant, Transition } from '@anpei/domain/kernel'
import { versionLifecycle, type VersionState } from '@anpei/domain/programme'
import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../../db/index.ts'

export type VersionData = {
  id: string
  programme_id: string
  version_no: number
  state: string
  effective_from: Day
  effective_before: Day | null
  definition: unknown
  definition_hash: Buffer
  reason: string
  made_by: string | null
  made_by_name: string | null
  made_at: Instant
  published_by_name: string | null
  published_at: Instant | null
}

async function select(db: Db, where: RawBuilder<unknown>): Promise<VersionData[]> {
  const found =
    await sql<VersionData>`select v.id, v.programme_id, v.version_no, v.state, v.effective_from, v.effective_before,
      v.definition, v.definition_hash,
      v.reason, v.made_by, m.name as made_by_name, v.made_at, p.name as published_by_name, v.published_at
    from programme_version v left join staff_user m on m.tenant_id = v.tenant_id and m.id = v.made_by
    left join staff_user p on p.tenant_id = v.tenant_id and p.id = v.published_by where ${where}`.execute(db)
  return found.rows
}

export async function versionsOfTenant(db: Db, tenantId: number): Promise<VersionData[]> {
  return select(db, sql`v.tenant_id = ${tenantId} order by v.programme_id, v.version_no desc limit 1000`)
}

export async function findVersion(
  db: Db,
  tenantId: number,
  versionId: string,
  lock = false,
): Promise<VersionData | undefined> {
  return (
    await select(db, sql`v.tenant_id = ${tenantId} and v.id = ${versionId} ${lock ? sql`for update of v` : sql``}`)
  )[0]
}

export async function programmesOfTenant(db: Db, tenantId: number) {
  return db.selectFrom('programme').selectAll().where('tenant_id', '=', tenantId).orderBy('code').execute()
}

type NewProgrammeRow = { id: string; code: string; name: string; rosterMode: string }

/** False: the code was taken meanwhile. */
export async function insertProgramme(db: Db, tenantId: number, one: NewProgrammeRow): Promise<boolean> {
  const rows = await db
    .insertInto('programme')
    .values({ tenant_id: tenantId, id: one.id, code: one.code, name: one.name, roster_mode: one.rosterMode })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'code']).doNothing())
    .returning('id')
    .execute()
  return rows.length > 0
}

/** Locked, so that two versions of one programme are made or published one after the other. */
export async function lockProgramme(db: Db, tenantId: number, programmeId: string) {
  return db
    .selectFrom('programme')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', programmeId)
    .forUpdate()
    .executeTakeFirst()
}

export type NewVersion = {
  readonly id: string
  readonly programmeId: string
  readonly effectiveFrom: Day
  readonly definition: string
  readonly reason: string
  readonly madeBy: string
  readonly madeAt: Instant
}

/** By which a published version is proved to be what was published. */
function hashOf(definition: string): Buffer {
  return createHash('sha256').update(definition).digest()
}

export async function insertVersion(db: Db, tenantId: number, version: NewVersion): Promise<void> {
  await sql`insert into programme_version (tenant_id, id, programme_id, version_no, state, effective_from, definition,
    definition_hash, reason,
      made_by, made_at)
    select ${tenantId}, ${version.id}::uuid, ${version.programmeId}::uuid, coalesce(max(version_no), 0) + 1,
      ${versionLifecycle.initial},
      ${version.effectiveFrom}::date,
      ${version.definition}::jsonb, ${hashOf(version.definition)}, ${version.reason}, ${version.madeBy}::uuid,
        ${version.madeAt}::timestamptz
    from programme_version where tenant_id = ${tenantId} and programme_id = ${version.programmeId}`.execute(db)
}

export async function saveDraft(
  db: Db,
  tenantId: number,
  versionId: string,
  draft: { effectiveFrom: Day; definition: string; reason: string; madeBy: string; madeAt: Instant },
): Promise<void> {
  await db
    .updateTable('programme_version')
    .set({
      effective_from: draft.effectiveFrom,
      definition: draft.definition,
      definition_hash: hashOf(draft.definition),
      reason: draft.reason,
      made_by: draft.madeBy,
      made_at: draft.madeAt,
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', versionId)
    .where('state', '=', 'draft')
    .execute()
}

export async function saveVersionState(
  db: Db,
  tenantId: number,
  versionId: string,
  state: Transition<VersionState>,
  at: Instant,
  publishedBy: string | null,
): Promise<void> {
  await db
    .updateTable('programme_version')
    .set({
      state: state.to,
      ...(state.to === 'submitted' ? { submitted_at: at } : {}),
      ...(publishedBy === null ? {} : { published_by: publishedBy, published_at: at }),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', versionId)
    .execute()
}

/**
 * A change of the draft on record; or, where it is the only version of its programme, what else stands under that. Both
 * rows are locked: nothing new comes in between.
 */
export async function draftIsHeld(db: Db, tenantId: number, version: VersionData, only: boolean): Promise<boolean> {
  const under = (table: RawBuilder<unknown>) => sql`exists (select from ${table} one where one.tenant_id = ${tenantId}
    and one.programme_id = ${version.programme_id}::uuid)`
  const tables = only ? [sql`policy`, sql`roster_import`, sql`improvement`, sql`complaint_root_cause`] : []
  const change = sql`exists (select from version_change c where c.tenant_id = ${tenantId}
    and c.version_id = ${version.id}::uuid)`
  const { rows } = await sql<{ held: boolean }>`select ${sql.join([change, ...tables.map(under)], sql` or `)}
    as held`.execute(db)
  return rows[0]?.held === true
}

export async function deleteDraft(db: Db, tenantId: number, versionId: string): Promise<void> {
  await db.deleteFrom('programme_version').where('tenant_id', '=', tenantId).where('id', '=', versionId).execute()
}

export async function deleteProgramme(db: Db, tenantId: number, programmeId: string): Promise<void> {
  await db.deleteFrom('programme').where('tenant_id', '=', tenantId).where('id', '=', programmeId).execute()
}

/** The latest published version; of those that start before a day, if one is given. */
export async function lastPublished(
  db: Db,
  tenantId: number,
  programmeId: string,
  before: Day | null = null,
): Promise<VersionData | undefined> {
  return (
    await select(
      db,
      sql`v.tenant_id = ${tenantId} and v.programme_id = ${programmeId} and v.state = 'published'
        and ${before === null ? sql`true` : sql`v.effective_from < ${before}::date`}
        order by v.effective_from desc limit 1`,
    )
  )[0]
}

/** The last day of the programme, that of its last version; null = it has none. */
export async function saveLastDay(db: Db, tenantId: number, programmeId: string, lastOn: Day | null): Promise<void> {
  await db
    .updateTable('programme')
    .set({ last_on: lastOn })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', programmeId)
    .execute()
}

/** A version ends where the next one begins, or after its own last day; what it says stays untouched. */
export async function closeVersion(db: Db, tenantId: number, versionId: string, effectiveBefore: Day): Promise<void> {
  await db
    .updateTable('programme_version')
    .set({ effective_before: effectiveBefore })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', versionId)
    .execute()
}

export async function latestTask(db: Db, tenantId: number, kind: string, subjectId: string) {
  return db
    .selectFrom('background_task')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('kind', '=', kind)
    .where('subject_id', '=', subjectId)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}
