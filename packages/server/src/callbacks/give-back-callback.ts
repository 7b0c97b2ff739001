/** CBK-01: put back for whoever is free; what was tried stays, who was on the telephone is asked anew. */
import type { CallbackStand, giveBackCallback as route } from '@anpei/contract/callbacks'
import type { Input } from '@anpei/contract/kernel'
import { callbackLifecycle } from '@anpei/domain/callbacks'
import { ok, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { lockToContact } from './lock-to-contact.ts'
import { recordCallback } from './record-callback.ts'
import { standOf } from './stand.ts'
import { saveCallback } from './store.ts'

export async function giveBackCallback(tx: Tx, { params }: Input<typeof route>): Promise<Decision<CallbackStand>> {
  const locked = await lockToContact(tx, params.callbackId)
  if (!locked.ok) return locked
  const callback = locked.value
  const moved = transition(callbackLifecycle, 'giveBack', callback.state)
  if (!moved.ok) return moved
  await saveCallback(tx, callback, {
    transition: moved.value,
    ownerId: null,
    spokenAt: null,
    identifiedAt: null,
    callee: null,
  })
  recordCallback(tx, callback, 'callback.given_back')
  return ok(standOf(callback, moved.value.to, callback.dueAt))
}
