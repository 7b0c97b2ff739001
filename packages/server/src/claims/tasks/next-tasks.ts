/** ORG-07: when a task has ended, those that waited for it have their turn. */
import { stepsInTheWay, taskDueAt, taskLifecycle } from '@anpei/domain/claims'
import { transition } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { beginTask, tasksOf } from './store-tasks.ts'

export async function beginNextTasks(tx: Tx, claim: { readonly id: string; readonly personId: string }): Promise<void> {
  const { tenantId } = tx.actor
  const tasks = await tasksOf(tx.db, tenantId, claim.id)
  for (const task of tasks) {
    if (task.state !== 'waiting' || stepsInTheWay(task.after, tasks).length > 0) continue
    const begun = transition(taskLifecycle, 'begin', task.state)
    if (!begun.ok) continue
    const dueAt = task.dueInDays === null ? null : taskDueAt(tx.now, task.dueInDays)
    await beginTask(tx.db, tenantId, task.id, begun.value, dueAt)
    tx.record({
      name: 'claim.task_begun',
      subject: { kind: 'claim', id: claim.id },
      personId: claim.personId,
      facts: { taskId: task.id, kind: task.kind },
    })
  }
}
