/** The weekly timing reports that were made (T28). */
import type { listTimingReports as route } from '@anpei/contract/reporting'
import type { Answer } from '@anpei/contract/kernel'
import { holds, ok, type Decision } from '@anpei/domain/kernel'
import { keptRateBps } from '@anpei/domain/reporting'
import type { Tx } from '../http/index.ts'
import { mailAddresses, recentReports } from './store-reports.ts'

const SHOWN = 60

export async function listTimingReports(tx: Tx): Promise<Decision<Answer<typeof route>>> {
  const [reports, mailTo] = await Promise.all([
    recentReports(tx.db, tx.actor.tenantId, SHOWN),
    mailAddresses(tx.db, tx.actor.tenantId),
  ])
  const mayManage = holds(tx.actor, 'duty.manage')
  return ok({
    reports: reports.map((row) => ({
      id: row.id,
      weekKey: row.week_key,
      fromOn: row.from_on,
      toOn: row.to_on,
      kept: row.kept,
      broken: row.broken,
      running: row.running,
      keptBps: keptRateBps(row),
      madeBy: row.made_by === null ? null : (row.maker ?? '同事'),
      madeAt: row.made_at,
    })),
    mailTo: mayManage ? [...mailTo] : [],
    can: mayManage ? ['manage'] : [],
  })
}
