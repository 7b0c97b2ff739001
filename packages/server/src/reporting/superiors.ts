/** The superior of a person of the staff, where that one is still there. */
import type { Db } from '../db/index.ts'

export async function superiorsOf(db: Db, tenantId: number, userId: string): Promise<string[]> {
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
