/** PRG-01, CMP-13: the versions of programmes and decision tables that a second person published. */
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { MOST_IN_FORCE, type VersionInForce } from '../../kernel/index.ts'

/** With the list of papers of each programme; from its first day on, or from its publication where that came later. */
export async function programmesInForce({ db, actor }: Tx): Promise<readonly VersionInForce[]> {
  const { rows } = await sql<VersionInForce>`select v.id::text as "targetId", v.version_no as version, p.name as title,
      '/programme-versions/' || v.id as path,
      greatest(v.published_at, v.effective_from::timestamp at time zone 'Asia/Shanghai') as "inForceAt"
    from programme_version v join programme p on p.tenant_id = v.tenant_id and p.id = v.programme_id
    where v.tenant_id = ${actor.tenantId} and v.state = 'published' and v.published_by is not null
    order by v.published_at desc limit ${MOST_IN_FORCE}`.execute(db)
  return rows
}

export async function tablesInForce({ db, actor }: Tx): Promise<readonly VersionInForce[]> {
  const { rows } = await sql<VersionInForce>`select id::text as "targetId", version_no as version, code as title,
      '/decision-tables/' || id as path, published_at as "inForceAt"
    from decision_table where tenant_id = ${actor.tenantId} and state = 'published' and published_by is not null
    order by published_at desc limit ${MOST_IN_FORCE}`.execute(db)
  return rows
}
