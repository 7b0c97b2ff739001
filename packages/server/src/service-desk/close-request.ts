/** SRV-08: filed away; with a customer who still waits only for a reason, and then no promise runs any more. */
import type { Input } from '@anpei/contract/kernel'
import type { closeRequest as route, RequestStand } from '@anpei/contract/service-desk'
import type { Decision } from '@anpei/domain/kernel'
import { decideClosing } from '@anpei/domain/service-desk'
import type { Tx } from '../http/index.ts'
import { settleRequest } from './settle-request.ts'
import { lockToWork, saveWork, standOf } from './work-on.ts'

export async function closeRequest(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<RequestStand>> {
  const found = await lockToWork(tx, params.requestId)
  if (!found.ok) return found
  const { id, state, personId, unansweredSince } = found.value
  const { reason } = body
  const unanswered = unansweredSince !== null
  const moved = decideClosing({ state, unanswered, reason })
  if (!moved.ok) return moved
  saveWork(tx, found.value, {
    transition: moved.value,
    closedAt: tx.now,
    unansweredSince: null,
    snoozedUntil: null,
    followUpAt: null,
  })
  const subject = { kind: 'request', id }
  const said = reason === '' ? {} : { reason }
  if (unanswered) tx.record({ name: 'enquiry.withdrawn', subject, personId, ...said })
  tx.record({ name: 'request.closed', subject, personId, ...said })
  await settleRequest(tx, id)
  return standOf(tx, found.value, moved.value.to)
}
