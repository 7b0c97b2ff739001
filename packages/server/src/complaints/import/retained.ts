/**
 * CUS-10: what files of past complaints brought and nobody has assigned to a customer goes by its own period: the past
 * complaints themselves, by the file they came with, and what was left out of a file together with files that nobody
 * finished. Figures stay: days, numbers and causes say nothing of anybody.
 */
import { historyImportLifecycle } from '@anpei/domain/complaints'
import { transition } from '@anpei/domain/kernel'
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { RetainedThing } from '../../customers/index.ts'
import type { Tx } from '../../http/index.ts'
import { findImport, moveImport } from './store-imports.ts'
import { emptyNobodys, removeFaults } from './store-retained.ts'

async function fileNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`select id, series || '：' || file_name as name
    from complaint_import where tenant_id = ${tx.actor.tenantId} and id = any(${[...ids]}::uuid[])`.execute(tx.db)
  return new Map(rows.map((row) => [row.id, row.name]))
}

export const pastComplaints: RetainedThing = {
  subject: 'past_complaints',
  due: async (tx, beforeOn, limit) => {
    const { rows } = await sql<{ subjectId: string; endedOn: string }>`select import_id as "subjectId",
        max(coalesce(closed_on, received_on)) as "endedOn" from complaint_history
      where tenant_id = ${tx.actor.tenantId} and person_id is null and emptied_at is null
        and coalesce(closed_on, received_on) < ${beforeOn}::date
      group by import_id order by 2, 1 limit ${limit}`.execute(tx.db)
    return rows
  },
  named: fileNames,
  destroy: emptyNobodys,
}

export const leftOut: RetainedThing = {
  subject: 'complaint_rejects',
  due: async (tx, beforeOn, limit) => {
    const { rows } = await sql<{ subjectId: string; endedOn: string }>`select i.id as "subjectId",
        (coalesce(i.ended_at, i.started_at) at time zone 'Asia/Shanghai')::date as "endedOn" from complaint_import i
      where i.tenant_id = ${tx.actor.tenantId}
        and (coalesce(i.ended_at, i.started_at) at time zone 'Asia/Shanghai')::date < ${beforeOn}::date
        and (i.state in ('uploaded', 'rehearsed') or i.state not in ('rehearsing', 'reading') and exists (
          select from complaint_import_fault f where f.tenant_id = i.tenant_id and f.import_id = i.id))
      order by 2, 1 limit ${limit}`.execute(tx.db)
    return rows
  },
  named: fileNames,
  destroy: async (tx, importId) => {
    const found = await findImport(tx, importId, true)
    if (!found.ok) return null
    const { state } = found.value
    if (state === 'rehearsing' || state === 'reading') return null
    const given = transition(historyImportLifecycle, 'cancel', state)
    if (given.ok) await moveImport(tx, importId, given.value, { endedAt: tx.now })
    const gone = await removeFaults(tx, importId)
    const sha256 = createHash('sha256').update(importId).update(gone.sha256).digest('hex')
    return { rows: { complaint_import_fault: gone.count }, fileIds: given.ok ? [importId] : [], sha256 }
  },
}
