/**
 * CLM-14, every night: learns from the claims closed in the last twelve months what is left of a claim in a stage, and
 * how far off that would have been for those closed in the last month.
 */
import { claimStays } from '@anpei/domain/claims'
import { addDays, dayOfInstant, startOfDay, systemActor, type Instant } from '@anpei/domain/kernel'
import { learnFinish, testFinish, type Calendar, type FinishedCase } from '@anpei/domain/sla'
import { systemWrite, type App } from '../http/index.ts'
import { calendarsOf } from '../sla/index.ts'
import { closedLives, saveForecast, type ClosedLife } from './store-forecast.ts'

const LEARNT_DAYS = 365
const HELD_BACK_DAYS = 30
const MOST_CLAIMS = 5000

export async function learnForecast(app: App, tenantId: number): Promise<void> {
  const actor = systemActor(tenantId, 'nightly')
  const { now, lives, desk } = await systemWrite(app, actor, async (tx) => ({
    now: tx.now,
    lives: await closedLives(tx.db, tenantId, daysBefore(tx.now, LEARNT_DAYS), MOST_CLAIMS),
    desk: (await calendarsOf(tx)).byId.get('desk'),
  }))
  if (!desk) throw new Error('there is no calendar of the desk')
  // Worked out between two transactions: it takes seconds.
  const cases = lives.flatMap((life) => finishedCase(life, desk, now))
  const heldBackFrom = daysBefore(now, HELD_BACK_DAYS)
  const error = testFinish(
    cases.filter((one) => one.closedAt < heldBackFrom),
    cases.filter((one) => one.closedAt >= heldBackFrom),
  )
  const learnt = { at: now, cases: cases.length, table: learnFinish(cases), error }
  await systemWrite(app, actor, (tx) => saveForecast(tx.db, tenantId, learnt))
}

function daysBefore(now: Instant, days: number): Instant {
  return startOfDay(addDays(dayOfInstant(now), -days))
}

/** Withdrawn, or brought in without its events: teaches nothing. */
function finishedCase(life: ClosedLife, desk: Calendar, now: Instant): (FinishedCase & { closedAt: Instant })[] {
  const { stays, outcome } = claimStays(life.events ?? [], desk, now)
  if (outcome !== 'finished' || stays.length === 0) return []
  return [{ class: life.class, stays, closedAt: life.closedAt }]
}
