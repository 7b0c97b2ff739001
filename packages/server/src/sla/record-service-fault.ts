/** T12: enters a fault of the online service; one at most runs at a time. */
import type { recordServiceFault as route } from '@anpei/contract/sla'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { decideFault } from '@anpei/domain/sla'
import type { Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { insertFault, lockRunningFault } from './store-faults.ts'

export async function recordServiceFault(
  tx: Tx,
  { body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const { tenantId, id: actorId } = tx.actor
  const stands = decideFault({ ...body, now: tx.now })
  if (!stands.ok) return stands
  if (body.endedAt === null && (await lockRunningFault(tx.db, tenantId))) return refuse('sla.fault_running')
  const id = newId()
  await insertFault(tx.db, tenantId, { id, ...body, madeBy: actorId, madeAt: tx.now })
  tx.record({
    name: 'service.fault_recorded',
    subject: { kind: 'service_fault', id },
    reason: body.reason,
    facts: { beganAt: body.beganAt, endedAt: body.endedAt },
  })
  return ok({ id })
}
