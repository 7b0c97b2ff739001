/** CLM-14: from the registration on, the family is told of the progress in time; who worries, daily. */
import { nextTelling } from '@anpei/domain/portal'
import { calendarOfOffice } from '@anpei/domain/sla'
import type { StoredEvent } from '../events/index.ts'
import { together, type Tx } from '../http/index.ts'
import { calendarsOf } from '../sla/index.ts'
import { progressDays } from './progress-days.ts'
import { institutionOf, planTellings, type Telling } from './store-progress.ts'

export const PROGRESS_EVENTS = [
  'claim.registered',
  'claim.marked_anxious',
  'claim.unmarked_anxious',
  'claim.reopened',
] as const

const plan = together(async (tx: Tx, tellings: readonly Telling[]): Promise<void[]> => {
  await planTellings(tx.db, tx.actor.tenantId, [...new Map(tellings.map((one) => [one.claimId, one])).values()])
  return tellings.map(() => undefined)
})

export async function planProgress(tx: Tx, event: StoredEvent): Promise<void> {
  const desk = (await calendarsOf(tx)).byId.get('desk')
  if (!desk) throw new Error('the calendar of the desk is missing')
  // Only where single institutions have days of their own it matters whose claim it is.
  const office = desk.offices.size === 0 ? null : await institutionOf(tx.db, tx.actor.tenantId, event.subjectId)
  const anxious = event.name === 'claim.marked_anxious'
  // T23 counts from the day somebody begins to worry: the first word leaves that day.
  const nextAt = anxious ? tx.now : nextTelling(calendarOfOffice(desk, office), tx.now, false, await progressDays(tx))
  await plan(tx, { claimId: event.subjectId, nextAt, anxious })
}
