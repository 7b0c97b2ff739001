/**
 * CLM-14, T19, T23: tells the families whose time has come where their case stands, with the sentence their page
 * shows. Who worries is told daily, and a named person is asked to call, until the money has arrived. Found by index;
 * the same telling twice is one notice.
 */
import { tellsOfDeath } from '@anpei/domain/claims'
import { dayOfInstant, startOfDay, addDays, systemActor } from '@anpei/domain/kernel'
import { nextTelling, progressWords } from '@anpei/domain/portal'
import { calendarOfOffice, type Calendar } from '@anpei/domain/sla'
import { claimKeepers, openTellingTask } from '../claims/index.ts'
import { systemWrite, type App, type Tx } from '../http/index.ts'
import { leavesAt, notify } from '../notifications/index.ts'
import { calendarsOf, deriveClocks } from '../sla/index.ts'
import { progressDays } from './progress-days.ts'
import { reporterOf } from './reporter-of.ts'
import { caseById } from './store-cases.ts'
import { endTelling, saveTold, takeTellings, type DueTelling } from './store-progress.ts'
import { caseProgress, expectedOf, finishFor } from './views.ts'

const BATCH = 50
const MOST_BATCHES = 200

export async function tellProgress(app: App, tenantId: number): Promise<void> {
  for (let i = 0; i < MOST_BATCHES; i++) {
    const taken = await systemWrite(app, systemActor(tenantId, 'round:progress'), async (tx) => {
      const due = await takeTellings(tx.db, tenantId, tx.now, BATCH)
      const desk = due.length === 0 ? undefined : (await calendarsOf(tx)).byId.get('desk')
      for (const one of due) if (desk) await tellOne(tx, one, desk)
      return due.length
    })
    if (taken < BATCH) return
  }
}

async function tellOne(tx: Tx, due: DueTelling, desk: Calendar): Promise<void> {
  const { tenantId } = tx.actor
  const row = await caseById(tx.db, tenantId, due.reportId, due.claimId)
  const progress = row && caseProgress(tx.vault, row)
  if (!row?.claim || !progress || progress.turn === 'nobody') return endTelling(tx.db, tenantId, due.claimId)
  const toldNo = due.toldNo + 1
  const today = dayOfInstant(tx.now)
  const expectedOn = (await expectedOf(tx, row, progress))?.on ?? null
  const finish = await finishFor(tx, row, progress)
  const words = progressWords(progress, expectedOn, finish, dayOfInstant(leavesAt(tx.now)))
  const { name, phone, diedOn } = reporterOf(tx, due)
  await notify(tx, {
    personId: due.personId,
    occasion: `progress:${due.claimId}:${toldNo}`,
    template: due.anxious ? 'progress_daily' : 'progress',
    facts: { claimNo: row.claim.claimNo, ...words },
    subject: { kind: 'claim', id: due.claimId },
    otherPhone: phone === '' ? null : phone,
    otherName: name,
    toFamily: tellsOfDeath(row.claim.kinds, diedOn),
  })
  const nextAt = nextTelling(calendarOfOffice(desk, due.institutionId), tx.now, due.anxious, await progressDays(tx))
  await saveTold(tx.db, tenantId, due.claimId, nextAt, toldNo)
  if (due.anxious) await askToCall(tx, due, today)
  await recordTold(tx, due, progress.next, finish?.likelyOn ?? expectedOn)
}

/** T23: a named person speaks to who worries, every day; the task of yesterday, if still open, is enough. */
async function askToCall(tx: Tx, due: DueTelling, today: string): Promise<void> {
  await openTellingTask(tx, {
    claimId: due.claimId,
    personId: due.personId,
    kind: 'anxious_update',
    title: '客户着急：今天打电话告知进展，直到钱到账',
    ownerId: due.ownerId,
    dueAt: startOfDay(addDays(today, 1)),
  })
}

/** The promises T19 and T23 run by this event. */
async function recordTold(tx: Tx, due: DueTelling, step: string, expectedOn: string | null): Promise<void> {
  const subject = { kind: 'claim', id: due.claimId }
  const keeper = claimKeepers.get('claim')
  await keeper?.lock(tx, [due.claimId])
  tx.record({ name: 'claim.progress_told', subject, personId: due.personId, facts: { step, expectedOn } })
  await keeper?.settle(tx, [{ id: due.claimId, ...(await deriveClocks(tx, subject)) }])
}
