/**
 * NTF-03: one round of a tenant's notices: receipts of the stand-ins and receipts that came too early; then a job is
 * put in for whatever is due: quiet hours that ended, channels that were waited for long enough, messages a dead
 * worker left behind. A slow gateway holds up the job, not the round.
 */
import { systemActor } from '@anpei/domain/kernel'
import { systemWrite, type App } from '../http/index.ts'
import { applyReceipts } from './channels/apply-receipts.ts'
import { SEND_TASK } from './send-task.ts'
import { isAnyDue } from './store-chain.ts'
import { earlyReceipts, insertReceipts } from './channels/store-receipts.ts'
import { takeStandInReceipts } from './channels/store-stand-in.ts'

const BATCH = 500
const MOST_BATCHES = 1000
/** Later than this an unknown number is a stranger's. */
const EARLY_MS = 15 * 60_000

export async function workNotices(app: App, tenantId: number): Promise<void> {
  const self = systemActor(tenantId, 'round:notices')
  for (let i = 0; i < MOST_BATCHES; i++) {
    const given = await systemWrite(app, self, async (tx) => {
      const receipts = await takeStandInReceipts(tx.db, tenantId, tx.now, BATCH)
      await insertReceipts(tx.db, tenantId, tx.now, receipts)
      await applyReceipts(tx, [...new Set(receipts.map((one) => one.number))])
      return receipts.length
    })
    if (given < BATCH) break
  }
  await systemWrite(app, self, async (tx) => {
    const since = new Date(Date.parse(tx.now) - EARLY_MS).toISOString()
    await applyReceipts(tx, await earlyReceipts(tx.db, tenantId, since, BATCH))
    const isDue = await isAnyDue(tx.db, tenantId, tx.now)
    if (isDue) tx.enqueue({ task: SEND_TASK, payload: {}, key: `notices.${tenantId}` })
  })
}
