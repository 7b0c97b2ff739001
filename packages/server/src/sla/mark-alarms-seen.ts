/** CLK-04: the reader has seen warnings; somebody else's are not touched. */
import type { markAlarmsSeen as route } from '@anpei/contract/sla'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { alarmsOf, markSeen } from './store-alarms.ts'

export async function markAlarmsSeen(tx: Tx, { body }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  if (tx.actor.kind !== 'staff') return refuse('request.not_found')
  const { tenantId, id } = tx.actor
  await markSeen(tx.db, tenantId, id, tx.now, body.ids)
  const { unseen } = await alarmsOf(tx, true)
  return ok({ unseen })
}
