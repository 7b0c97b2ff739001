/** CMP-05, ORG-03: the reporting line of people, up to the top. */
import { sql } from 'kysely'
import type { Db } from '../db/index.ts'

/** The superiors of any of these people, without the people themselves unless one stands above another. */
export async function superiorsOf(db: Db, tenantId: number, userIds: readonly string[]): Promise<readonly string[]> {
  if (userIds.length === 0) return []
  const { rows } = await sql<{ id: string }>`with recursive line (id) as (
      select supervisor_id from staff_user where tenant_id = ${tenantId} and id = any(${userIds}::uuid[])
      union
      select u.supervisor_id from staff_user u join line on u.id = line.id where u.tenant_id = ${tenantId})
    select id from line where id is not null order by id`.execute(db)
  return rows.map((row) => row.id)
}
