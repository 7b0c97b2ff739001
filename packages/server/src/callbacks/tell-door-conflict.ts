/**
 * SRV-09, CBK-02: a visitor asked at the door, and meanwhile somebody else had the callback or made it. What was
 * written stays with the visitor; that it exists, and why it was not taken, stands on the callback for the office.
 */
import type { CallbackStand, tellDoorConflict as route } from '@anpei/contract/callbacks'
import type { Input } from '@anpei/contract/kernel'
import { DOOR_CONFLICTS } from '@anpei/domain/callbacks'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { recordCallback } from './record-callback.ts'
import { standOf } from './stand.ts'
import { lockCallback } from './store.ts'

export async function tellDoorConflict(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<CallbackStand>> {
  const locked = await lockCallback(tx, params.callbackId, 'callback.make')
  if (!locked.ok) return locked
  const callback = locked.value
  const { what, at, visitNo, why } = body
  if (at > tx.now) return refuse('callback.attempt_in_future')
  recordCallback(tx, callback, what === 'kept' ? 'callback.door_kept' : 'callback.door_dropped', {
    at,
    facts: { visitNo, why: DOOR_CONFLICTS[why] ?? '资料有待更正' },
  })
  return ok(standOf(callback, callback.state, callback.dueAt))
}
