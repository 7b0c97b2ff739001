/** OPS-01: a delivery that was given up, or waits, is tried again at once. */
import type { retryDelivery as route } from '@anpei/contract/identity'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { retryDeliveryRow } from './store-programs.ts'

export async function retryDelivery(tx: Tx, { params }: Input<typeof route>): Promise<Decision<Record<string, never>>> {
  if (!(await retryDeliveryRow(tx.db, tx.actor.tenantId, params.id, tx.now))) return refuse('request.not_found')
  tx.record({ name: 'webhook.retried', subject: { kind: 'webhook_delivery', id: params.id } })
  return ok({})
}
