/** CLM-16: starts the under-payment sweep in the background; the nightly run is the same job. */
import type { runSweep as route } from '@anpei/contract/claims'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { openTask } from '../jobs/index.ts'

export async function runSweep(tx: Tx, _input: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const { tenantId } = tx.actor
  const startedBy = tx.actor.kind === 'staff' ? tx.actor.id : null
  const taskId = await openTask(tx.db, tenantId, tx.now, { kind: 'claims.sweep', title: '少赔排查', startedBy })
  tx.enqueue({ task: 'claims.sweep', payload: { taskId }, queue: `sweep-${tenantId}` })
  tx.record({ name: 'sweep.started', subject: { kind: 'background_task', id: taskId } })
  return ok({ taskId })
}
