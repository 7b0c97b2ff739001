/** Removes rows of a file of the insured that became nobody's (CUS-10). */
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'

type Removed = { readonly bad: number; readonly differences: number; readonly sha256: string }

/** A difference that waits for its decision stays. */
export async function removeNobodysRows(tx: Tx, importId: string): Promise<Removed> {
  const { tenantId } = tx.actor
  const { rows } = await sql<Removed>`with bad as (delete from roster_bad_row
      where tenant_id = ${tenantId} and import_id = ${importId} returning row_no, sealed),
    differences as (delete from roster_difference where tenant_id = ${tenantId} and import_id = ${importId}
      and person_id is null and state <> 'waiting' returning id, sealed)
    select (select count(*)::int from bad) as bad, (select count(*)::int from differences) as differences,
      encode(sha256(coalesce((select string_agg(sealed, ''::bytea order by row_no) from bad), ''::bytea)
        || coalesce((select string_agg(sealed, ''::bytea order by id) from differences), ''::bytea)), 'hex') as sha256
    `.execute(tx.db)
  return rows[0] ?? { bad: 0, differences: 0, sha256: '' }
}
