/**
 * What is done once a night for every tenant (03:00 in Shanghai): absent people's cases handed over (ORG-07), the
 * under-payment sweep (CLM-16), old answers forgotten.
 */
import { systemActor } from '@anpei/domain/kernel'
import { handOverAbsent, startSweep } from './claims/index.ts'
import { forgetAnswersBefore, systemWrite, type App } from './http/index.ts'

/** Cron line of the worker, UTC. */
export const NIGHTLY = '0 19 * * * nightly'
const KEPT_MS = 3 * 86_400_000

export async function workNightly(app: App): Promise<void> {
  const { rows } = await app.pool.raw.query<{ id: number }>('select tenant_numbers() as id')
  const before = new Date(Date.parse(app.clock.now()) - KEPT_MS).toISOString()
  for (const { id } of rows) {
    await systemWrite(app, systemActor(id, 'nightly'), async (tx) => {
      await forgetAnswersBefore(tx.db, id, before)
      await handOverAbsent(tx)
      await startSweep(tx)
    })
  }
}
