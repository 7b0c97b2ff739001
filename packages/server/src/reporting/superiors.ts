/** Who of the staff is still there, and the superior of a person. */
import type { Db } from '../db/index.ts'

export async function directSuperior(db: Db, tenantId: number, userId: string): Promise<string[]> {
  const row = await db
    .selectFrom('staff_user as u')
    .innerJoin('staff_user as s', (join) =>
      join.onRef('s.tenant_id', '=', 'u.tenant_id').onRef('s.id', '=', 'u.supervisor_id'),
    )
    .select('s.id')
    .where('u.tenant_id', '=', tenantId)
    .where('u.id', '=', userId)
    .where('s.active', '=', true)
    .executeTakeFirst()
  return row ? [row.id] : []
}

/** Those who have not left. */
export async function inService(db: Db, tenantId: number, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('staff_user')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', [...ids])
    .where('active', '=', true)
    .execute()
  return new Set(rows.map(({ id }) => id))
}
