/** T12: the online service works again. */
import type { endServiceFault as route } from '@anpei/contract/sla'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { decideFault } from '@anpei/domain/sla'
import type { Tx } from '../http/index.ts'
import { lockRunningFault, saveFaultEnd } from './store-faults.ts'

export async function endServiceFault(
  tx: Tx,
  { params }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const { tenantId, id: actorId } = tx.actor
  const running = await lockRunningFault(tx.db, tenantId)
  if (running?.id !== params.faultId) return refuse('request.not_found')
  const stands = decideFault({ beganAt: running.beganAt, endedAt: tx.now, now: tx.now })
  if (!stands.ok) return stands
  await saveFaultEnd(tx.db, tenantId, running.id, { at: tx.now, by: actorId })
  tx.record({ name: 'service.fault_ended', subject: { kind: 'service_fault', id: running.id } })
  return ok({ id: running.id })
}
