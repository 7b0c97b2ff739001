/** Names of the staff for timelines and lists. */
import type { Actor } from '@anpei/domain/kernel'
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

/** What somebody of the staff speaks (ORG-03); nobody else is known to speak anything. */
export async function languagesOfStaff(db: Db, actor: Pick<Actor, 'tenantId' | 'id'>): Promise<readonly string[]> {
  const row = await db
    .selectFrom('staff_user')
    .select('languages')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', actor.id)
    .executeTakeFirst()
  return row?.languages ?? []
}
