/**
 * CLM-17, every night: the working time by stage of the claims that were closed since, batch by batch, each in its own
 * transaction; what a night does not finish, the next one goes on with.
 */
import { systemActor } from '@anpei/domain/kernel'
import { stageTimes } from '@anpei/domain/reporting'
import { systemWrite, type App, type Tx } from '../http/index.ts'
import { dutyCalendar } from './duty-catalogue.ts'
import { claimsToTime, saveStageTimes } from './store-stage-times.ts'

const BATCH = 500
const MOST_BATCHES = 200
const NOTHING = { review: 0, liability: 0, calculation: 0, payment: 0, rest: 0 } as const

export async function keepStageTimes(app: App, tenantId: number): Promise<number> {
  let all = 0
  for (let batch = 0; batch < MOST_BATCHES; batch++) {
    const done = await systemWrite(app, systemActor(tenantId, 'nightly'), keepBatch)
    all += done
    if (done < BATCH) break
  }
  return all
}

async function keepBatch(tx: Tx): Promise<number> {
  const calendar = await dutyCalendar(tx)
  const claims = await claimsToTime(tx.db, tx.actor.tenantId, BATCH)
  const timed = claims.map((claim) => ({
    claim,
    // Closed without its events (brought in from elsewhere): kept as nothing, so that it is not asked again.
    times: stageTimes(claim.received_at, claim.events ?? [], calendar) ?? NOTHING,
  }))
  await saveStageTimes(tx.db, tx.actor.tenantId, timed)
  return claims.length
}
