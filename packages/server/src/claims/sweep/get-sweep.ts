/** CLM-16: how far a sweep has come. */
import type { getSweep as route } from '@anpei/contract/claims'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'

export async function getSweep(tx: Tx, { params }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const row = await tx.db
    .selectFrom('background_task')
    .select(['state', 'done_count', 'total_count', 'result'])
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', params.taskId)
    .where('kind', '=', 'claims.sweep')
    .executeTakeFirst()
  if (!row) return refuse('request.not_found')
  return ok({
    taskId: params.taskId,
    state: row.state,
    doneCount: row.done_count,
    totalCount: row.total_count,
    found: foundIn(row.result),
  })
}

function foundIn(result: unknown): number | null {
  return typeof result === 'object' && result !== null && 'found' in result && typeof result.found === 'number'
    ? result.found
    : null
}
