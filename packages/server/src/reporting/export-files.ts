/** Finished exports: the salt stands in the task's result until the file is destroyed (CUS-10). */
import { sql } from 'kysely'
import type { FileKeeper } from '../custody/index.ts'

export const exportFiles: FileKeeper = {
  what: '导出',
  async saltsOf(db, tenantId, ids) {
    const { rows } = await sql<{ id: string; salt: string }>`select id, result ->> 'salt' as salt
      from background_task where tenant_id = ${tenantId} and id = any(${[...ids]}::uuid[])
        and result ->> 'salt' is not null`.execute(db)
    return new Map(rows.map((row) => [row.id, Buffer.from(row.salt, 'base64')]))
  },
  async needed(db, tenantId, after, limit) {
    const { rows } = await sql<{ id: string }>`select id from background_task where tenant_id = ${tenantId}
      and id > ${after} and kind like 'export.%' and state = 'done' and result ->> 'salt' is not null
      order by id limit ${limit}`.execute(db)
    return rows.map((row) => row.id)
  },
}
