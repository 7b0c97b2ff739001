/**
 * CUS-10: rows a file of the insured brought that became nobody's: left out and not corrected, or a difference without
 * a customer. They are needed until somebody has corrected or decided them, and go ninety days after the file came.
 */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { RetainedThing } from '../../customers/index.ts'
import { removeNobodysRows } from './store-retained-rows.ts'

export const rosterRejects: RetainedThing = {
  subject: 'roster_rejects',
  due: async (tx, beforeOn, limit) => {
    const { rows } = await sql<{ subjectId: string; endedOn: string }>`select i.id as "subjectId",
        (i.started_at at time zone 'Asia/Shanghai')::date as "endedOn" from roster_import i
      where i.tenant_id = ${tx.actor.tenantId} and i.state <> 'reading'
        and (i.started_at at time zone 'Asia/Shanghai')::date < ${beforeOn}::date
        and (exists (select from roster_bad_row b where b.tenant_id = i.tenant_id and b.import_id = i.id)
          or exists (select from roster_difference d where d.tenant_id = i.tenant_id and d.import_id = i.id
            and d.person_id is null and d.state <> 'waiting'))
      order by 2, 1 limit ${limit}`.execute(tx.db)
    return rows
  },
  named: async (tx, ids) => {
    const { rows } = await sql<{ id: string; name: string }>`select id, file_name as name from roster_import
      where tenant_id = ${tx.actor.tenantId} and id = any(${[...ids]}::uuid[])`.execute(tx.db)
    return new Map(rows.map((row) => [row.id, row.name]))
  },
  destroy: async (tx, importId) => {
    const { bad, differences, sha256 } = await removeNobodysRows(tx, importId)
    if (bad + differences === 0) return null
    return {
      rows: { roster_bad_row: bad, roster_difference: differences },
      fileIds: [],
      sha256: createHash('sha256').update(importId).update(sha256).digest('hex'),
    }
  },
}
