/** The causes as the house uses them, and the national code table (CMP-04). */
import type { Cause } from '@anpei/domain/complaints'
import type { Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'

export type CategoryRow = { readonly cause: string; readonly offered: boolean; readonly nationalCode: string | null }
export type CodeRow = { readonly code: string; readonly name: string; readonly parentCode: string | null }
export type CodeTable = { readonly standard: string; readonly importedAt: Instant }

export async function categoryRows(tx: Tx): Promise<readonly CategoryRow[]> {
  const { rows } = await sql<CategoryRow>`select cause, offered, national_code as "nationalCode"
    from complaint_category where tenant_id = ${tx.actor.tenantId}`.execute(tx.db)
  return rows
}

export async function codeRows(tx: Tx): Promise<readonly (CodeRow & CodeTable)[]> {
  const { rows } = await sql<CodeRow & CodeTable>`select code, name, parent_code as "parentCode", standard,
      imported_at as "importedAt"
    from complaint_code where tenant_id = ${tx.actor.tenantId} order by code limit 2000`.execute(tx.db)
  return rows
}

export type NationalCodes = ReadonlyMap<string, Pick<CodeRow, 'code' | 'name'>>

/** Under which national code each of our causes is reported; none before a table was imported. */
export async function nationalCodes(tx: Tx): Promise<NationalCodes> {
  const { rows } = await sql<{ cause: string; code: string; name: string }>`select g.cause, k.code, k.name
    from complaint_category g join complaint_code k on k.tenant_id = g.tenant_id and k.code = g.national_code
    where g.tenant_id = ${tx.actor.tenantId}`.execute(tx.db)
  return new Map(rows.map((row) => [row.cause, row]))
}

/** The first of these causes that is not in use any more. */
export async function notOffered(tx: Tx, causes: readonly Cause[]): Promise<Cause | undefined> {
  const rows = await categoryRows(tx)
  return causes.find((cause) => rows.some((row) => row.cause === cause && !row.offered))
}

/** False where there is no such national code. */
export async function saveCategory(tx: Tx, row: CategoryRow): Promise<boolean> {
  const { tenantId, id } = tx.actor
  const saved = await sql`insert into complaint_category (tenant_id, cause, offered, national_code, set_by, set_at)
    select ${tenantId}, ${row.cause}, ${row.offered}, ${row.nationalCode}::text, ${id}::uuid, ${tx.now}
    where ${row.nationalCode}::text is null or exists (select from complaint_code k
      where k.tenant_id = ${tenantId} and k.code = ${row.nationalCode})
    on conflict (tenant_id, cause) do update set offered = excluded.offered, national_code = excluded.national_code,
      set_by = excluded.set_by, set_at = excluded.set_at`.execute(tx.db)
  return saved.numAffectedRows === 1n
}

/** The whole table at once; a code that stood before keeps its place under its number. */
export async function saveCodes(tx: Tx, standard: string, codes: readonly CodeRow[]): Promise<void> {
  await sql`insert into complaint_code (tenant_id, code, name, parent_code, standard, imported_by, imported_at)
    select ${tx.actor.tenantId}, c.code, c.name, c."parentCode", ${standard}, ${tx.actor.id}::uuid, ${tx.now}
    from json_to_recordset(${JSON.stringify(codes)}::json) as c (code text, name text, "parentCode" text)
    on conflict (tenant_id, code) do update set name = excluded.name, parent_code = excluded.parent_code,
      standard = excluded.standard, imported_by = excluded.imported_by, imported_at = excluded.imported_at`.execute(
    tx.db,
  )
}
