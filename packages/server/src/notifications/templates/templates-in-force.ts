/** NTF-01, CMP-13: the versions of notices and letters that a second person approved. */
import { LETTER_TITLES, NOTICE_TITLES } from '@anpei/domain/notifications'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { MOST_IN_FORCE, type VersionInForce } from '../../kernel/index.ts'

const TITLES: Readonly<Record<string, string>> = { ...NOTICE_TITLES, ...LETTER_TITLES }

export async function templatesInForce({ db, actor }: Tx): Promise<readonly VersionInForce[]> {
  const { rows } = await sql<VersionInForce>`select name as "targetId", version, name as title,
      '/notices?tab=templates' as path, active_from as "inForceAt"
    from notice_template where tenant_id = ${actor.tenantId} and state = 'approved' and active_from is not null
    order by active_from desc, version desc limit ${MOST_IN_FORCE}`.execute(db)
  return rows.map((row) => ({ ...row, title: TITLES[row.targetId] ?? row.title }))
}
