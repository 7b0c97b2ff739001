/** SRV-10, CMP-13: the versions of the rules of wording, each confirmed by a second person. */
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { MOST_IN_FORCE, type VersionInForce } from '../../kernel/index.ts'

export async function wordingInForce({ db, actor }: Tx): Promise<readonly VersionInForce[]> {
  const { rows } = await sql<VersionInForce>`select 'wording' as "targetId", version, '用语规则' as title,
      '/wording-rules' as path, at as "inForceAt"
    from desk_wording where tenant_id = ${actor.tenantId} order by version desc limit ${MOST_IN_FORCE}`.execute(db)
  return rows
}
