/** SRV-04: put off with a reason until a time, when it comes back by itself; its promises run on. */
import type { Input } from '@anpei/contract/kernel'
import type { RequestStand, snoozeRequest as route } from '@anpei/contract/service-desk'
import type { Decision } from '@anpei/domain/kernel'
import { decideSnooze } from '@anpei/domain/service-desk'
import type { Tx } from '../http/index.ts'
import { lockToWork, saveWork, standOf } from './work-on.ts'

export async function snoozeRequest(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<RequestStand>> {
  const found = await lockToWork(tx, params.requestId)
  if (!found.ok) return found
  const { id, state, personId } = found.value
  const moved = decideSnooze(state, body.until, tx.now)
  if (!moved.ok) return moved
  const ownerId = found.value.ownerId ?? tx.actor.id
  saveWork(tx, found.value, { transition: moved.value, snoozedUntil: body.until, ownerId })
  tx.record({
    name: 'request.snoozed',
    subject: { kind: 'request', id },
    personId,
    reason: body.reason,
    facts: { until: body.until },
  })
  return standOf(tx, { ...found.value, ownerId }, moved.value.to)
}
