/** Ending a report without a claim, and taking it up again: always with a person's reason; none disappears (CLM-01). */
import type { ReportStand } from '@anpei/contract/claims'
import { reportLifecycle } from '@anpei/domain/claims'
import { ok, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { settleReport } from '../settle-clocks.ts'
import { claimsOfReport, findReport, saveReport } from './store-reports.ts'

export async function endReport(
  tx: Tx,
  reportId: string,
  act: 'decline' | 'cancel' | 'take_up_again',
  reason: string,
): Promise<Decision<ReportStand>> {
  const report = await findReport(tx, reportId, true)
  if (!report.ok) return report
  const moved = transition(reportLifecycle, act, report.value.state)
  if (!moved.ok) return moved
  await saveReport(tx, report.value, {
    transition: moved.value,
    closingReason: act === 'take_up_again' ? null : reason,
  })
  const subject = { kind: 'report', id: reportId }
  tx.record({ name: `report.${EVENT[act]}`, subject, personId: report.value.personId, reason })
  if (act !== 'take_up_again') tx.record({ name: 'report.handled', subject, facts: { outcome: EVENT[act] } })
  await settleReport(tx, reportId)
  const state = moved.value.to
  const claims = await claimsOfReport(tx.db, tx.actor.tenantId, reportId)
  return ok({
    id: reportId,
    reportNo: report.value.reportNo,
    state,
    stateWord: reportLifecycle.states[state].zh,
    claims,
  })
}

const EVENT = { decline: 'declined', cancel: 'cancelled', take_up_again: 'taken_up' } as const
