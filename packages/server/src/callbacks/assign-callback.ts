/** CBK-01, CMP-05: a lead names who calls, with a reason; never somebody who has to stand aside. */
import type { assignCallback as route, CallbackStand } from '@anpei/contract/callbacks'
import type { Input } from '@anpei/contract/kernel'
import { callbackLifecycle } from '@anpei/domain/callbacks'
import { ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { certifiedFor } from '../identity/index.ts'
import { callers } from './choose-caller.ts'
import { recordCallback } from './record-callback.ts'
import { standOf } from './stand.ts'
import { lockCallback, saveCallback } from './store.ts'

export async function assignCallback(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<CallbackStand>> {
  const locked = await lockCallback(tx, params.callbackId, 'callback.lead')
  if (!locked.ok) return locked
  const callback = locked.value
  const { ownerId, reason } = body
  const moved = transition(callbackLifecycle, 'assign', callback.state)
  if (!moved.ok) return moved
  const colleague = (await callers(tx, callback)).find((one) => one.id === ownerId)
  const certified = colleague ? null : await certifiedFor(tx, ownerId, 'callback.make')
  if (certified && !certified.ok) return certified
  if (!colleague || colleague.absent) return refuse('callback.no_such_colleague')
  if (callback.excluded.includes(ownerId)) return refuse('callback.must_stand_aside')
  await saveCallback(tx, callback, {
    transition: moved.value,
    ownerId,
    spokenAt: null,
    identifiedAt: null,
    callee: null,
  })
  recordCallback(tx, callback, 'callback.assigned', { reason, facts: { ownerId } })
  return ok(standOf(callback, moved.value.to, callback.dueAt))
}
