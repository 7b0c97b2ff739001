/**
 * SRV-08, SLA §2 rule 12: the customer says it is not solved: the same number, and the promise goes on with what was
 * consumed of it; the time between does not count. The next answer must say why it is answered again.
 */
import type { Input } from '@anpei/contract/kernel'
import type { reopenRequest as route, RequestStand } from '@anpei/contract/service-desk'
import { transition, type Decision } from '@anpei/domain/kernel'
import { clockChannel, requestLifecycle } from '@anpei/domain/service-desk'
import type { Tx } from '../http/index.ts'
import { settleRequest } from './settle-request.ts'
import { lockToWork, saveWork, standOf } from './work-on.ts'

export async function reopenRequest(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<RequestStand>> {
  const found = await lockToWork(tx, params.requestId)
  if (!found.ok) return found
  const { id, state, personId, channel, reopenedCount } = found.value
  const moved = transition(requestLifecycle, 'reopen', state)
  if (!moved.ok) return moved
  const ownerId = found.value.ownerId ?? tx.actor.id
  saveWork(tx, found.value, {
    transition: moved.value,
    ownerId,
    reopenedCount: reopenedCount + 1,
    unansweredSince: tx.now,
    solved: null,
    closedAt: null,
  })
  tx.record({
    name: 'enquiry.reopened',
    subject: { kind: 'request', id },
    personId,
    reason: body.reason,
    facts: { channel: clockChannel(channel), via: channel },
  })
  await settleRequest(tx, id)
  return standOf(tx, { ...found.value, ownerId }, moved.value.to)
}
