/** Which things go by a period of their own (CUS-10): those of the rows, and the files of exports. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { forgetTaskFiles, oldTaskFiles } from '../../jobs/index.ts'
import type { PersonalDataSource } from '../personal-data.ts'
import type { RetainedThing } from './retained-thing.ts'

export function thingOf(sources: readonly PersonalDataSource[], subject: string): RetainedThing | undefined {
  return [exportFiles, ...sources.flatMap((source) => source.things ?? [])].find((one) => one.subject === subject)
}

const exportFiles: RetainedThing = {
  subject: 'export',
  due: async (tx, beforeOn, limit) => {
    const tasks = await oldTaskFiles(tx.db, tx.actor.tenantId, beforeOn, limit)
    return tasks.map((task) => ({ subjectId: task.id, endedOn: task.endedOn }))
  },
  named: async (tx, ids) => {
    const { rows } = await sql<{ id: string; title: string }>`select id, title from background_task
      where tenant_id = ${tx.actor.tenantId} and id = any(${[...ids]}::uuid[])`.execute(tx.db)
    return new Map(rows.map((row) => [row.id, row.title]))
  },
  destroy: async (tx, taskId) => {
    const fileIds = await forgetTaskFiles(tx.db, tx.actor.tenantId, [taskId])
    const sha256 = createHash('sha256').update(taskId).digest('hex')
    return { rows: { background_task: fileIds.length }, fileIds, sha256 }
  },
}
