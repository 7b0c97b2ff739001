/**
 * A confirmed calendar change is done to every running case (CLK-02; SLA §2 rules 14, 15). Done twice is done once, so
 * that a killed run starts over.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { systemActor } from '@anpei/domain/kernel'
import { systemWrite, tellLive, type App } from '../http/index.ts'
import type { JobPayload } from '../jobs/index.ts'
import { CALENDARS_KEPT_MS, forgetCalendars } from './calendars.ts'
import { recomputeAll } from './recompute.ts'
import { lockChange, markApplied } from './store-calendars.ts'
import type { CaseDirectory, CaseKeepers } from './subjects.ts'

/** Job `sla.apply_change`: the running clocks of every case by the calendars now in force. */
export async function applyChange(
  app: App,
  directory: CaseDirectory,
  keepers: CaseKeepers,
  payload: JobPayload,
): Promise<void> {
  const changeId = String(payload['changeId'])
  const self = systemActor(payload.tenantId, 'job:sla.apply_change')
  const change = await systemWrite(app, self, (tx) => lockChange(tx.db, payload.tenantId, changeId))
  if (change?.state !== 'confirmed' || change.appliedAt !== null) return
  forgetCalendars(app)
  // Who still folds by the former calendar has let go of it when the first case is done: none is moved back.
  await pause(CALENDARS_KEPT_MS)
  const because = { cause: 'calendar', causeId: String(change.revision ?? 0) } as const
  await recomputeAll(app, payload.tenantId, keepers, directory, because)
  await systemWrite(app, self, async (tx) => {
    await markApplied(tx.db, payload.tenantId, changeId, tx.now)
    tellLive(tx, 'calendars', null)
  })
}
