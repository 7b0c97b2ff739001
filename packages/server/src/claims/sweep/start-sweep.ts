/** The sweep as a job of the tenant, by hand or by night; one at a time. */
import type { Tx } from '../../http/index.ts'
import { openTask } from '../../jobs/index.ts'

export async function startSweep(tx: Tx): Promise<string> {
  const { tenantId } = tx.actor
  const startedBy = tx.actor.kind === 'staff' ? tx.actor.id : null
  const taskId = await openTask(tx.db, tenantId, tx.now, { kind: 'claims.sweep', title: '少赔排查', startedBy })
  tx.enqueue({ task: 'claims.sweep', payload: { taskId }, queue: `sweep-${tenantId}` })
  tx.record({ name: 'sweep.started', subject: { kind: 'background_task', id: taskId } })
  return taskId
}

/** A decision, or a payment issued again, may have put right what was found: the list says so at once. */
export function sweepAgain(tx: Tx, reportId: string): void {
  const { tenantId } = tx.actor
  tx.enqueue({ task: 'claims.sweep', payload: { reportId }, queue: `sweep-${tenantId}` })
}
