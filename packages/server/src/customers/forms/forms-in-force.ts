/** CUS-03, CMP-13: the versions of forms, each confirmed by a second person. */
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { MOST_IN_FORCE, type VersionInForce } from '../../kernel/index.ts'

export async function formsInForce({ db, actor }: Tx): Promise<readonly VersionInForce[]> {
  const { rows } = await sql<VersionInForce>`select form as "targetId", version, definition->>'title' as title,
      '/forms' as path, published_at as "inForceAt"
    from form_version where tenant_id = ${actor.tenantId}
    order by published_at desc, version desc limit ${MOST_IN_FORCE}`.execute(db)
  return rows
}
