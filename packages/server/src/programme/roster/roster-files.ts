/** Roster files that wait sealed in the store until they have been read. */
import type { FileKeeper } from '../../custody/index.ts'

export const rosterFiles: FileKeeper = {
  what: '花名册',
  async saltsOf(db, tenantId, ids) {
    const rows = await db
      .selectFrom('roster_import')
      .select(['id', 'salt'])
      .where('tenant_id', '=', tenantId)
      .where('id', 'in', [...ids])
      .where('salt', 'is not', null)
      .where('state', '=', 'reading')
      .execute()
    return new Map(rows.flatMap((row) => (row.salt ? [[row.id, row.salt] as const] : [])))
  },
  async needed(db, tenantId, after, limit) {
    const rows = await db
      .selectFrom('roster_import')
      .select('id')
      .where('tenant_id', '=', tenantId)
      .where('id', '>', after)
      .where('salt', 'is not', null)
      .where('state', '=', 'reading')
      .orderBy('id')
      .limit(limit)
      .execute()
    return rows.map((row) => row.id)
  },
}
