/**
 * T12: the worker leaves a sign of life; a longer silence before this one was a fault of the online service, and stands
 * in the register by itself.
 */
import { systemActor } from '@anpei/domain/kernel'
import { wasDown } from '@anpei/domain/sla'
import { systemWrite, tenantNumbers, type App } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { beat, beatAhead, insertFault } from './store-faults.ts'

export async function watchService(app: App, tenantId: number): Promise<void> {
  await systemWrite(app, systemActor(tenantId, 'round:heartbeat'), async (tx) => {
    const seenAt = await beat(tx.db, tenantId, tx.now)
    if (seenAt === null || !wasDown(seenAt, tx.now)) return
    const id = newId()
    const fault = { beganAt: seenAt, endedAt: tx.now, reason: '系统停机，恢复后自动登记' }
    await insertFault(tx.db, tenantId, { id, ...fault, madeBy: null, madeAt: tx.now })
    tx.record({
      name: 'service.fault_recorded',
      subject: { kind: 'service_fault', id },
      facts: { beganAt: seenAt, endedAt: tx.now },
    })
  })
}

/** To be called before the demo's clock is put forward: the hours that are passed over were no silence. */
export async function passOverHours(app: App, hours: number): Promise<void> {
  for (const id of await tenantNumbers(app)) {
    await systemWrite(app, systemActor(id, 'round:heartbeat'), (tx) => beatAhead(tx.db, id, hours))
  }
}
