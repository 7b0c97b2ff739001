/** T28 on demand: the report of the week of a day, made in the background. */
import type { startTimingReport as route } from '@anpei/contract/reporting'
import type { Answer, Input } from '@anpei/contract/kernel'
import { dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { lastFullWeek, periodOf } from '@anpei/domain/reporting'
import type { Tx } from '../http/index.ts'
import { openTask } from '../jobs/index.ts'
import { TIMING_REPORT_TASK } from './timing-report-task.ts'

export async function startTimingReport(
  tx: Tx,
  { body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const today = dayOfInstant(tx.now)
  const week = body.on === undefined ? lastFullWeek(today) : periodOf('weekly', body.on)
  if (week.from > today) return refuse('duty.not_begun', { from: week.from })
  const taskId = await openTask(tx.db, tx.actor.tenantId, tx.now, {
    kind: 'timing_report',
    title: `时效周报 ${week.key}`,
    startedBy: tx.actor.id,
  })
  tx.enqueue({ task: TIMING_REPORT_TASK, payload: { on: week.from, taskId, userId: tx.actor.id }, maxAttempts: 3 })
  return ok({ taskId })
}
