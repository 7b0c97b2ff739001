/** OPS-05: the long work one started, newest first, with its progress. */
import type { BackgroundTask, listTasks as route } from '@anpei/contract/reporting'
import type { Answer } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'

const SHOWN = 30

export async function listTasks(tx: Tx): Promise<Decision<Answer<typeof route>>> {
  const rows = await tx.db
    .selectFrom('background_task')
    .selectAll()
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('started_by', '=', tx.actor.id)
    .orderBy('created_at', 'desc')
    .limit(SHOWN)
    .execute()
  return ok({
    tasks: rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      title: row.title,
      state: stateOf(row.state),
      doneCount: row.done_count,
      totalCount: row.total_count,
      fault: row.fault,
      createdAt: row.created_at,
      finishedAt: row.finished_at,
      hasFile: row.state === 'done' && row.kind.startsWith('export.'),
    })),
  })
}

function stateOf(text: string): BackgroundTask['state'] {
  if (text === 'running' || text === 'done' || text === 'failed') return text
  return 'waiting'
}
