/** Copies made for requests: all must lie in the store, but for those that were destroyed (CUS-07, CUS-10). */
import type { FileKeeper } from '../custody/index.ts'

export const requestFiles: FileKeeper = {
  what: '个人信息副本',
  async saltsOf(db, tenantId, ids) {
    const rows = await db
      .selectFrom('data_request_file')
      .select(['id', 'salt'])
      .where('tenant_id', '=', tenantId)
      .where('id', 'in', [...ids])
      .execute()
    return new Map(rows.map((row) => [row.id, row.salt]))
  },
  async needed(db, tenantId, after, limit) {
    const rows = await db
      .selectFrom('data_request_file')
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
