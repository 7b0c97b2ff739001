/** Merges of doubles (CUS-01): the merged record stays, points to its survivor, and can be let go again. */
import type { Day, Instant } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../../db/index.ts'

export type Moved = {
  readonly payees: readonly string[]
  readonly proxies: readonly string[]
  /** Records that had been merged into the merged one: all point to the one that lives, readers look one step only. */
  readonly persons: readonly string[]
}
export type NewMerge = {
  readonly id: string
  readonly survivorId: string
  readonly mergedId: string
  readonly reason: string
  readonly differences: readonly string[]
  readonly by: string
  readonly at: Instant
}

/** What is sealed under one person's salt is sealed anew under the other's when it changes hands. */
export type Reseal = (sealed: Buffer) => Buffer
type SealedRow = { readonly id: string; readonly sealed: Buffer }
type Rows = { readonly payees: readonly SealedRow[]; readonly proxies: readonly SealedRow[] }

async function movedRows(db: Db, tenantId: number, personId: string): Promise<Rows> {
  const payees = await db
    .selectFrom('payee_account')
    .select(['id', 'sealed'])
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .where('relation', '<>', 'self')
    .forUpdate()
    .execute()
  const proxies = await db
    .selectFrom('proxy')
    .select(['id', 'sealed'])
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .forUpdate()
    .execute()
  return { payees, proxies }
}

async function moveRows(db: Db, tenantId: number, personId: string, rows: Rows, reseal: Reseal): Promise<void> {
  for (const { id, sealed } of rows.payees) {
    await db
      .updateTable('payee_account')
      .set({ person_id: personId, sealed: reseal(sealed) })
      .where('tenant_id', '=', tenantId)
      .where('id', '=', id)
      .execute()
  }
  for (const { id, sealed } of rows.proxies) {
    await db
      .updateTable('proxy')
      .set({ person_id: personId, sealed: reseal(sealed) })
      .where('tenant_id', '=', tenantId)
      .where('id', '=', id)
      .execute()
  }
}

async function repoint(db: Db, tenantId: number, which: RawBuilder<unknown>, into: string | null): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`update person set merged_into = ${into}
    where tenant_id = ${tenantId} and (${which}) returning id`.execute(db)
  return rows.map((row) => row.id)
}

/** Payee accounts and proxies go over to the survivor; what went is kept for the undo. */
export async function insertMerge(db: Db, tenantId: number, merge: NewMerge, reseal: Reseal): Promise<void> {
  const { survivorId, mergedId } = merge
  const persons = await repoint(db, tenantId, sql`id = ${mergedId} or merged_into = ${mergedId}`, survivorId)
  const moved = await movedRows(db, tenantId, mergedId)
  await moveRows(db, tenantId, survivorId, moved, reseal)
  await db
    .insertInto('person_merge')
    .values({
      tenant_id: tenantId,
      id: merge.id,
      survivor_id: survivorId,
      merged_id: mergedId,
      reason: merge.reason,
      differences: [...merge.differences],
      moved: JSON.stringify({
        payees: moved.payees.map((row) => row.id),
        proxies: moved.proxies.map((row) => row.id),
        persons: persons.filter((id) => id !== mergedId),
      }),
      merged_by: merge.by,
      merged_at: merge.at,
    })
    .execute()
}

export type MergeCoverRow = { programmeId: string; programme: string; fromOn: Day; toOn: Day | null }

/** As known today, with those of records merged into it before. */
export async function coversToMerge(db: Db, tenantId: number, personId: string): Promise<MergeCoverRow[]> {
  const { rows } = await sql<MergeCoverRow>`
    select c.programme_id as "programmeId", g.name as programme, c.from_on as "fromOn", c.to_on as "toOn"
    from person p join cover_period c on c.tenant_id = p.tenant_id and c.person_id = p.id and c.known_before is null
    join programme g on g.tenant_id = c.tenant_id and g.id = c.programme_id
    where p.tenant_id = ${tenantId} and (p.id = ${personId} or p.merged_into = ${personId})
    order by c.from_on limit 100`.execute(db)
  return rows
}

export async function loadMerge(db: Db, tenantId: number, mergeId: string) {
  return db
    .selectFrom('person_merge')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', mergeId)
    .forUpdate()
    .executeTakeFirst()
}

export type MergeRow = {
  readonly id: string
  readonly survives: boolean
  readonly otherId: string
  readonly otherName: string
  readonly differences: readonly string[]
  readonly moved: unknown
  readonly reason: string
  readonly by: string
  readonly at: Instant
  readonly undoneBy: string | null
  readonly undoneAt: Instant | null
  readonly undoneReason: string | null
}

/** Into this record and of this record into others, newest first. */
export async function mergesOf(db: Db, tenantId: number, personId: string): Promise<readonly MergeRow[]> {
  const { rows } = await sql<MergeRow>`
    select m.id, m.survivor_id = ${personId} as survives, o.id as "otherId", o.name as "otherName", m.differences,
      m.moved, m.reason, m.merged_by as by, m.merged_at as at, m.undone_by as "undoneBy", m.undone_at as "undoneAt",
      m.undone_reason as "undoneReason"
    from person_merge m join person o on o.tenant_id = m.tenant_id
      and o.id = case when m.survivor_id = ${personId} then m.merged_id else m.survivor_id end
    where m.tenant_id = ${tenantId} and (m.survivor_id = ${personId} or m.merged_id = ${personId})
    order by m.merged_at desc, m.id desc limit 100`.execute(db)
  return rows
}

export async function undoMergeRows(
  db: Db,
  tenantId: number,
  merge: { id: string; survivorId: string; mergedId: string; moved: Moved },
  said: { by: string; at: Instant; reason: string },
  reseal: Reseal,
): Promise<void> {
  const { survivorId, mergedId, moved } = merge
  await repoint(db, tenantId, sql`id = ${mergedId}`, null)
  await repoint(db, tenantId, sql`id = any(${[...moved.persons]}::uuid[])`, mergedId)
  const back = await movedRows(db, tenantId, survivorId)
  await moveRows(
    db,
    tenantId,
    mergedId,
    {
      payees: back.payees.filter((row) => moved.payees.includes(row.id)),
      proxies: back.proxies.filter((row) => moved.proxies.includes(row.id)),
    },
    reseal,
  )
  await db
    .updateTable('person_merge')
    .set({ undone_by: said.by, undone_at: said.at, undone_reason: said.reason })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', merge.id)
    .execute()
}
