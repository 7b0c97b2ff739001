/** How far off the expected finish is (CLM-14). */
import type { viewForecast as route } from '@anpei/contract/reporting'
import type { Answer } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import { daySeconds } from '@anpei/domain/reporting'
import { FEWEST_CASES } from '@anpei/domain/sla'
import type { Tx } from '../http/index.ts'
import { dutyCalendar } from './duty-catalogue.ts'

type Shown = Answer<typeof route>

export async function viewForecast(tx: Tx): Promise<Decision<Shown>> {
  const [row, desk] = await Promise.all([
    tx.db
      .selectFrom('finish_forecast')
      .select(['learnt_at', 'cases', 'tested_cases', 'error_seconds', 'plain_error_seconds', 'within_bps'])
      .where('tenant_id', '=', tx.actor.tenantId)
      .executeTakeFirst(),
    dutyCalendar(tx),
  ])
  if (!row) return ok({ neededClaims: FEWEST_CASES, learnt: null })
  const days = (seconds: number | null) => Math.round(((seconds ?? 0) * 100) / daySeconds(desk))
  const tested = row.tested_cases !== null && {
    claims: row.tested_cases,
    errorDays: days(row.error_seconds),
    plainErrorDays: days(row.plain_error_seconds),
    withinBps: row.within_bps ?? 0,
  }
  return ok({
    neededClaims: FEWEST_CASES,
    learnt: { at: row.learnt_at, claims: row.cases, tested: tested || null },
  })
}
