/** The files of papers in the store: all of them must be there, but for those that were destroyed (CUS-10). */
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
      .where('byte_count', '>', 0)
      .orderBy('id')
      .limit(limit)
      .execute()
    return rows.map((row) => row.id)
  },
}
