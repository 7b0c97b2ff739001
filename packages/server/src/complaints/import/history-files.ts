/** Files of past complaints that wait sealed in the store until they have been read. */
import { sql } from 'kysely'
import type { FileKeeper } from '../../custody/index.ts'

const WAITING = sql`state in ('uploaded', 'rehearsing', 'rehearsed', 'reading')`

export const historyFiles: FileKeeper = {
  what: '历史投诉文件',
  async saltsOf(db, tenantId, ids) {
    const { rows } = await sql<{ id: string; salt: Buffer }>`select id, salt from complaint_import
      where tenant_id = ${tenantId} and id = any(${[...ids]}::uuid[]) and ${WAITING}`.execute(db)
    return new Map(rows.map((row) => [row.id, row.salt]))
  },
  async needed(db, tenantId, after, limit) {
    const { rows } = await sql<{ id: string }>`select id from complaint_import where tenant_id = ${tenantId}
      and id > ${after} and ${WAITING} order by id limit ${limit}`.execute(db)
    return rows.map((row) => row.id)
  },
}
