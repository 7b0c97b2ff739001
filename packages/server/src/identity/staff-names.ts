/** Names of the staff for timelines and lists. */
import type { Db } from '../db/index.ts'

export async function staffNames(
  db: Db,
  tenantId: number,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await db
    .selectFrom('staff_user')
    .select(['id', 'name'])
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', wanted)
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

export async function staffName(db: Db, tenantId: number, id: string): Promise<string> {
  return (await staffNames(db, tenantId, [id])).get(id) ?? '同事'
}
