/** T05: a special case on line may take longer, for a reason that is recorded. */
import type { Input } from '@anpei/contract/kernel'
import type { markRequestSpecial as route, RequestStand } from '@anpei/contract/service-desk'
import type { Decision } from '@anpei/domain/kernel'
import { clockChannel } from '@anpei/domain/service-desk'
import type { Tx } from '../http/index.ts'
import { settleRequest } from './settle-request.ts'
import { lockToWork, saveWork, standOf } from './work-on.ts'

export async function markRequestSpecial(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<RequestStand>> {
  const found = await lockToWork(tx, params.requestId)
  if (!found.ok) return found
  const { id, state, personId, channel } = found.value
  saveWork(tx, found.value, { special: true })
  tx.record({
    name: 'enquiry.marked_special',
    subject: { kind: 'request', id },
    personId,
    reason: body.reason,
    facts: { channel: clockChannel(channel), via: channel },
  })
  await settleRequest(tx, id)
  return standOf(tx, found.value, state)
}
