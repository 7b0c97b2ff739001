/**
 * T28, every night: the report of the last full week is due on Monday at 06:00 in Shanghai; a Monday that was missed is
 * made up for the next night.
 */
import { addDays, dayOfInstant, startOfDay, type Instant } from '@anpei/domain/kernel'
import { lastFullWeek } from '@anpei/domain/reporting'
import type { Tx } from '../http/index.ts'
import { isInsurer } from './store-duties.ts'
import { hasAutomatic } from './store-reports.ts'
import { TIMING_REPORT_TASK } from './timing-report-task.ts'

const SIX_HOURS_MS = 6 * 3_600_000

export async function planTimingReport(tx: Tx): Promise<void> {
  const { tenantId } = tx.actor
  const week = lastFullWeek(dayOfInstant(tx.now))
  if (!(await isInsurer(tx.db, tenantId)) || (await hasAutomatic(tx.db, tenantId, week.key))) return
  const monday: Instant = new Date(Date.parse(startOfDay(addDays(week.to, 1))) + SIX_HOURS_MS).toISOString()
  tx.enqueue({
    task: TIMING_REPORT_TASK,
    payload: { on: week.from },
    key: `${TIMING_REPORT_TASK}:${tenantId}:${week.key}`,
    ...(monday > tx.now ? { runAt: monday } : {}),
  })
}
