/** CLK-01, CMP-13: the versions of promises and limits that a second person published. */
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'
import { MOST_IN_FORCE, type VersionInForce } from '../kernel/index.ts'

export async function definitionsInForce({ db, actor }: Tx): Promise<readonly VersionInForce[]> {
  const { rows } = await sql<VersionInForce>`select clock_id as "targetId", version, definition->>'name' as title,
      '/promises/' || clock_id as path, valid_from as "inForceAt"
    from clock_definition where tenant_id = ${actor.tenantId} and state = 'published'
    order by revision desc limit ${MOST_IN_FORCE}`.execute(db)
  return rows
}
