/** SRV-06, CMP-13: the versions of articles that a second person published; not those that came with the system. */
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'
import { MOST_IN_FORCE, type VersionInForce } from '../kernel/index.ts'

export async function articlesInForce({ db, actor }: Tx): Promise<readonly VersionInForce[]> {
  const { rows } = await sql<VersionInForce>`select article_id::text as "targetId", version,
      content->>'title' as title, '/knowledge/' || article_id as path, decided_at as "inForceAt"
    from knowledge_version where tenant_id = ${actor.tenantId} and state = 'published' and decided_by is not null
    order by decided_at desc limit ${MOST_IN_FORCE}`.execute(db)
  return rows
}
