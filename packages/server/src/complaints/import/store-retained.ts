/** Destroys what nobody was told to be the owner of: past complaints and rows left out (CUS-10). */
import { createHash } from 'node:crypto'
import type { Day } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import { emptyRows, personTables, type Emptied } from '../../custody/index.ts'
import type { Tx } from '../../http/index.ts'

const ROWS_AT_ONCE = 1000

/** The rows a file brought last, of nobody, ended before this day; null where all have found their customer. */
export async function emptyNobodys(tx: Tx, importId: string, beforeOn: Day): Promise<Emptied | null> {
  const { db, vault, actor } = tx
  const tables = await personTables(db)
  const hash = createHash('sha256')
  const counts: Record<string, number> = {}
  for (;;) {
    const found = await nextNobodys(tx, importId, beforeOn)
    if (found.size === 0) break
    const emptied = await emptyRows(db, vault, actor.tenantId, tables, found)
    hash.update(emptied.sha256)
    for (const [table, count] of Object.entries(emptied.rows)) counts[table] = (counts[table] ?? 0) + count
  }
  return Object.keys(counts).length === 0 ? null : { rows: counts, fileIds: [], sha256: hash.digest('hex') }
}

type Found = ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>

/** Marked at once, so that the next batch passes them over; emptied in the same transaction. */
async function nextNobodys(tx: Tx, importId: string, beforeOn: Day): Promise<Found> {
  const { tenantId } = tx.actor
  const { rows } = await sql<{ id: string }>`update complaint_history set emptied_at = ${tx.now}
    where tenant_id = ${tenantId} and id in (select id from complaint_history where tenant_id = ${tenantId}
      and import_id = ${importId} and person_id is null and emptied_at is null
      and coalesce(closed_on, received_on) < ${beforeOn}::date limit ${ROWS_AT_ONCE} for update)
    returning id`.execute(tx.db)
  if (rows.length === 0) return new Map()
  const changes = await sql<{ id: string }>`select id from complaint_history_change where tenant_id = ${tenantId}
    and history_id = any(${rows.map((row) => row.id)}::uuid[])`.execute(tx.db)
  return new Map([
    ['complaint_history', rows],
    ['complaint_history_change', changes.rows],
  ])
}

export async function removeFaults(tx: Tx, importId: string): Promise<{ count: number; sha256: string }> {
  const { rows } = await sql<{ count: number; sha256: string }>`with gone as (delete from complaint_import_fault
      where tenant_id = ${tx.actor.tenantId} and import_id = ${importId} returning row_no, sealed)
    select count(*)::int as count,
      encode(sha256(coalesce(string_agg(sealed, ''::bytea order by row_no), ''::bytea)), 'hex') as sha256
    from gone`.execute(tx.db)
  return rows[0] ?? { count: 0, sha256: '' }
}
