/** CBK-02, CMP-13: the versions of what is asked at callbacks, each confirmed by a second person. */
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { MOST_IN_FORCE, type VersionInForce } from '../../kernel/index.ts'

export async function scriptsInForce({ db, actor }: Tx): Promise<readonly VersionInForce[]> {
  const { rows } = await sql<VersionInForce>`select code as "targetId", version, definition->>'name' as title,
      '/callback-scripts' as path, valid_from as "inForceAt"
    from callback_script_version where tenant_id = ${actor.tenantId}
    order by valid_from desc, version desc limit ${MOST_IN_FORCE}`.execute(db)
  return rows
}
