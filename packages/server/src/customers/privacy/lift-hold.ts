/** CUS-10: the matter has ended; the ordinary periods count again. */
import type { liftHold as route } from '@anpei/contract/customers'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { holdsOf, liftHoldRow } from './store-retention.ts'
import { holdView } from './views-retention.ts'

export async function liftHold(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const [hold] = await holdsOf(tx.db, tx.actor.tenantId, { id: params.holdId })
  if (!hold) return refuse('request.not_found')
  if (hold.lifted_at !== null) return refuse('customers.hold_lifted_before')
  await liftHoldRow(tx, hold.id)
  tx.record({
    name: 'hold.lifted',
    subject: { kind: 'legal_hold', id: hold.id },
    personId: hold.person_id,
    reason: body.reason,
  })
  return ok(holdView(tx, { ...hold, lifted_at: tx.now }))
}
