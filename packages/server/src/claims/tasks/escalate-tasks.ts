/**
 * ORG-07: a task that stays undone past its day goes up, once: to the owner's superior or to the head of the
 * institution, as its pattern says. It stays the owner's; the superior sees it among his own work.
 */
import { escalatesAt } from '@anpei/domain/claims'
import type { Tx } from '../../http/index.ts'
import { saveEscalation, tasksToEscalate } from './store-tasks.ts'

const MOST_AT_ONCE = 500

/** Returns how many went up. */
export async function escalateTasks(tx: Tx): Promise<number> {
  const { tenantId } = tx.actor
  let count = 0
  for (const task of await tasksToEscalate(tx.db, tenantId, tx.now, MOST_AT_ONCE)) {
    if (task.to_id === null || tx.now < escalatesAt(task.due_at, task.escalate_after_days)) continue
    await saveEscalation(tx.db, tenantId, task.id, task.to_id, tx.now)
    tx.record({
      name: 'claim.task_escalated',
      subject: { kind: 'claim', id: task.claim_id },
      personId: task.person_id,
      facts: { taskId: task.id, ownerId: task.to_id },
    })
    count += 1
  }
  return count
}
