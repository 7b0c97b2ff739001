/**
 * CLM-16: the sweep's job. A batch of reports is one transaction, which also leaves the next batch as a job; after a
 * crash the batch that was cut off runs again and writes the same rows. One report is looked at again by itself.
 */
import { underpaymentLifecycle } from '@anpei/domain/claims'
import { NOBODY_ID, systemActor, transition } from '@anpei/domain/kernel'
import { systemWrite, type App, type Tx } from '../../http/index.ts'
import { finishTask, progressTask, type JobPayload } from '../../jobs/index.ts'
import {
  closeDebts,
  countOpenDebts,
  countReports,
  hasOpenDebt,
  reportOf,
  reportsAfter,
  saveDebts,
  type DebtKey,
  type FoundDebt,
  type SweptReport,
} from './store-sweep.ts'
import { isUndecided, sweepReport } from './sweep-report.ts'

const BATCH = 200

export async function sweepBatch(app: App, payload: JobPayload): Promise<void> {
  await systemWrite(app, systemActor(payload.tenantId, 'job:claims.sweep'), async (tx) => {
    const { reportId } = payload
    if (typeof reportId !== 'string') return sweepNext(tx, payload)
    // What is still owed of one report, after a new decision on it.
    if (await hasOpenDebt(tx.db, tx.actor.tenantId, reportId)) {
      await lookAt(tx, await reportOf(tx.db, tx.actor.tenantId, reportId))
    }
  })
}

async function sweepNext(tx: Tx, payload: JobPayload): Promise<void> {
  const { tenantId } = tx.actor
  const taskId = String(payload['taskId'])
  const afterId = typeof payload['afterId'] === 'string' ? payload['afterId'] : NOBODY_ID
  const done = typeof payload['done'] === 'number' ? payload['done'] : 0
  const reports = await reportsAfter(tx.db, tenantId, afterId, BATCH)
  await lookAt(tx, reports)
  const last = reports.at(-1)
  if (last && reports.length === BATCH) {
    await progressTask(tx.db, tenantId, taskId, done + reports.length, await countReports(tx.db, tenantId))
    tx.enqueue({
      task: 'claims.sweep',
      payload: { taskId, afterId: last.id, done: done + reports.length },
      queue: `sweep-${tenantId}`,
    })
  } else {
    await progressTask(tx.db, tenantId, taskId, done + reports.length, done + reports.length)
    await finishTask(tx.db, tenantId, taskId, tx.now, { result: { found: await countOpenDebts(tx.db, tenantId) } })
  }
}

/** What is being decided stays as it was found until that is done. */
function underWork(report: SweptReport): DebtKey[] {
  return report.claims
    .filter((claim) => isUndecided(claim.state))
    .map((claim) => ({ reportId: report.id, programmeId: claim.programmeId, benefit: null }))
}

/** Debts found are written, those not found any more are corrected. */
async function lookAt(tx: Tx, reports: readonly SweptReport[]): Promise<void> {
  const { tenantId } = tx.actor
  const found: FoundDebt[] = []
  for (const report of reports) found.push(...(await sweepReport(tx, report)))
  const corrected = transition(underpaymentLifecycle, 'correct', underpaymentLifecycle.initial)
  if (!corrected.ok) throw new Error(corrected.code)
  const fresh = await saveDebts(tx.db, tenantId, tx.now, found)
  const ids = reports.map((report) => report.id)
  await closeDebts(tx.db, tenantId, tx.now, ids, [...found, ...reports.flatMap(underWork)], corrected.value)
  for (const debt of fresh) {
    if (debt.claimId === null) continue
    tx.record({
      name: 'claim.underpayment_found',
      subject: { kind: 'claim', id: debt.claimId },
      facts: {
        benefit: debt.benefit,
        owedFen: debt.owedFen === null ? null : Number(debt.owedFen),
        causes: debt.causes,
      },
    })
  }
}
