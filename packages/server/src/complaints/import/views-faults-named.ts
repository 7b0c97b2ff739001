/**
 * CUS-07: rows left out of imports in which a name stands, whatever column it got into: they lie sealed as they came,
 * so each is opened. They go after ninety days (CUS-10), so that there are never many.
 */
import type { findHistoryFaults as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { institutionScope } from '../../identity/index.ts'

const MOST_ROWS = 20_000
const MOST_FOUND = 100

type Row = { importId: string; fileName: string; rowNo: number; salt: Buffer; sealed: Buffer }

export async function findHistoryFaults(
  tx: Tx,
  { query }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const { rows } = await sql<Row>`select i.id as "importId", i.file_name as "fileName", f.row_no as "rowNo", f.salt,
      f.sealed
    from complaint_import i join complaint_import_fault f on f.tenant_id = i.tenant_id and f.import_id = i.id
    where i.tenant_id = ${tx.actor.tenantId} and f.person_id is null
      and ${institutionScope(tx.actor, 'complaint.import', sql`i.institution_id`)}
    order by i.started_at desc, i.id desc, f.row_no limit ${MOST_ROWS + 1}`.execute(tx.db)
  const name = plain(query.name)
  const found = rows.slice(0, MOST_ROWS).flatMap(({ salt, sealed, ...row }) => {
    const cells: string[] = JSON.parse(tx.vault.openText(salt, sealed))
    return cells.some((cell) => plain(cell) === name) ? [{ ...row, cells }] : []
  })
  return ok({ rows: found.slice(0, MOST_FOUND), more: rows.length > MOST_ROWS || found.length > MOST_FOUND })
}

/** Spaces within a name say nothing. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '')
}
