/** The files of papers in the store: all of them must be there. */
import type { FileKeeper } from '../custody/index.ts'

export const paperFiles: FileKeeper = {
  what: '资料',
  async saltsOf(db, tenantId, ids) {
    const rows = await db
      .selectFrom('stored_file')
      .select(['id', 'salt'])
      .where('tenant_id', '=', tenantId)
      .where('id', 'in', [...ids])
      .execute()
    return new Map(rows.map((row) => [row.id, row.salt]))
  },
  async needed(db, tenantId, after, limit) {
    const rows = await db
      .selectFrom('stored_file')
      .select('id')
      .where('tenant_id', '=', tenantId)
      .where('id', '>', after)
      .orderBy('id')
      .limit(limit)
      .execute()
    return rows.map((row) => row.id)
  },
}
