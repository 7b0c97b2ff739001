/** Merges of doubles (CUS-01): the merged record stays, points to its survivor, and can be let go again. */
import type { Instant } from '@anpei/domain/kernel'
import type { Db } from '../db/index.ts'

export type Moved = { readonly payees: readonly string[]; readonly proxies: readonly string[] }
export type NewMerge = {
  readonly id: string
  readonly survivorId: string
  readonly mergedId: string
  readonly reason: string
  readonly by: string
  readonly at: Instant
}

/** Payee accounts and proxies go over to the survivor; what went is kept for the undo. */
export async function insertMerge(db: Db, tenantId: number, merge: NewMerge): Promise<void> {
  const { survivorId, mergedId } = merge
  await db
    .updateTable('person')
    .set({ merged_into: survivorId })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', mergedId)
    .execute()
  const payees = await db
    .updateTable('payee_account')
    .set({ person_id: survivorId })
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', mergedId)
    .where('relation', '<>', 'self')
    .returning('id')
    .execute()
  const proxies = await db
    .updateTable('proxy')
    .set({ person_id: survivorId })
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', mergedId)
    .returning('id')
    .execute()
  const moved: Moved = { payees: [], proxies: proxies.map((row) => row.id) }
  await db
    .insertInto('person_merge')
    .values({
      tenant_id: tenantId,
      id: merge.id,
      survivor_id: survivorId,
      merged_id: mergedId,
      reason: merge.reason,
      moved: JSON.stringify({ ...moved, payees: payees.map((row) => row.id) }),
      merged_by: merge.by,
      merged_at: merge.at,
    })
    .execute()
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

export async function mergesOf(db: Db, tenantId: number, survivorId: string) {
  return db
    .selectFrom('person_merge as m')
    .innerJoin('person as p', (join) => join.onRef('p.tenant_id', '=', 'm.tenant_id').onRef('p.id', '=', 'm.merged_id'))
    .select(['m.id', 'm.merged_id', 'p.name', 'm.reason', 'm.merged_at', 'm.undone_at'])
    .where('m.tenant_id', '=', tenantId)
    .where('m.survivor_id', '=', survivorId)
    .orderBy('m.id')
    .limit(100)
    .execute()
}

export async function undoMergeRows(
  db: Db,
  tenantId: number,
  merge: { id: string; mergedId: string; moved: Moved },
  by: string,
  at: Instant,
): Promise<void> {
  const { mergedId, moved } = merge
  await db
    .updateTable('person')
    .set({ merged_into: null })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', mergedId)
    .execute()
  if (moved.payees.length > 0) {
    await db
      .updateTable('payee_account')
      .set({ person_id: mergedId })
      .where('tenant_id', '=', tenantId)
      .where('id', 'in', [...moved.payees])
      .execute()
  }
  if (moved.proxies.length > 0) {
    await db
      .updateTable('proxy')
      .set({ person_id: mergedId })
      .where('tenant_id', '=', tenantId)
      .where('id', 'in', [...moved.proxies])
      .execute()
  }
  await db
    .updateTable('person_merge')
    .set({ undone_by: by, undone_at: at })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', merge.id)
    .execute()
}
