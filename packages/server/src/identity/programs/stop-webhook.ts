/** OPS-01: nothing more is sent there; what was waiting is given up. */
import type { stopWebhook as route } from '@anpei/contract/identity'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { stopWebhookRow } from './store-programs.ts'

export async function stopWebhook(tx: Tx, { params }: Input<typeof route>): Promise<Decision<Record<string, never>>> {
  if (!(await stopWebhookRow(tx.db, tx.actor.tenantId, params.id, tx.now))) return refuse('request.not_found')
  tx.record({ name: 'webhook.stopped', subject: { kind: 'webhook', id: params.id } })
  return ok({})
}
