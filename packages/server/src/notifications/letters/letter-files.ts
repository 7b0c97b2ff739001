/** Letters that were drawn as PDF: kept to be quick, made again if lost. */
import type { FileKeeper } from '../../custody/index.ts'

export const letterFiles: FileKeeper = {
  what: '函件',
  async saltsOf(db, tenantId, ids) {
    const rows = await db
      .selectFrom('letter')
      .select(['id', 'salt'])
      .where('tenant_id', '=', tenantId)
      .where('id', 'in', [...ids])
      .execute()
    return new Map(rows.map((row) => [row.id, row.salt]))
  },
  needed: async () => [],
}
