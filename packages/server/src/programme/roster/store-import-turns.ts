/** Whose turn it is: imports that are under way, and those that only seem to be (PRG-05). */
import type { Instant } from '@anpei/domain/kernel'
import type { Db } from '../../db/index.ts'

export type ImportFeed = 'roster' | 'discharge'
export const KINDS_OF_FEED: Readonly<Record<ImportFeed, readonly string[]>> = {
  roster: ['initial', 'monthly'],
  discharge: ['discharge'],
}

/**
 * Imports from the command line whose process is gone: the row of one that lives is locked while it reads. A moment is
 * left for those that are just beginning.
 */
export async function abandonedImports(db: Db, tenantId: number, programmeId: string, before: Instant) {
  return db
    .selectFrom('roster_import')
    .select(['id', 'state'])
    .where('tenant_id', '=', tenantId)
    .where('programme_id', '=', programmeId)
    .where('state', '=', 'reading')
    .where('task_id', 'is', null)
    .where('started_at', '<', before)
    .forUpdate()
    .skipLocked()
    .execute()
}

/** An import that is being read or waits: a second one would compare with what is about to change. */
export async function unfinishedImport(
  db: Db,
  tenantId: number,
  programmeId: string,
  feed: ImportFeed = 'roster',
): Promise<boolean> {
  const rows = await db
    .selectFrom('roster_import')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('programme_id', '=', programmeId)
    .where('kind', 'in', [...KINDS_OF_FEED[feed]])
    .where('state', 'in', ['reading', 'read'])
    .limit(1)
    .execute()
  return rows.length > 0
}
