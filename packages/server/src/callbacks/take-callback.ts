/**
 * CBK-01: never called twice. One person at a time is called by one colleague, whatever it is about; the second to ask
 * learns who it is. Who handled the matter stands aside (CMP-05).
 */
import type { CallbackStand, takeCallback as route } from '@anpei/contract/callbacks'
import type { Input } from '@anpei/contract/kernel'
import { callbackLifecycle, OCCASIONS } from '@anpei/domain/callbacks'
import { ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import { useAllowed } from '../customers/index.ts'
import type { Tx } from '../http/index.ts'
import { staffName } from '../identity/index.ts'
import { recordCallback } from './record-callback.ts'
import { standOf } from './stand.ts'
import { settleCallback } from './store-due.ts'
import { findCallback, lockWithOthers, saveCallback, type CallbackRecord } from './store.ts'

export async function takeCallback(
  tx: Tx,
  { params }: Pick<Input<typeof route>, 'params'>,
): Promise<Decision<CallbackStand>> {
  const found = await findCallback(tx, params.callbackId, 'callback.make')
  if (!found.ok) return found
  const { id } = found.value
  const all = await lockWithOthers(tx, found.value)
  const callback = all.find((one) => one.id === id)
  if (!callback) return refuse('request.not_found')
  if (callback.excluded.includes(tx.actor.id)) return refuse('callback.must_stand_aside')
  if (callback.state === 'contacting') {
    if (callback.ownerId === tx.actor.id) return ok(standOf(callback, 'contacting', callback.dueAt))
    return refuse('callback.taken', { owner: await ownerName(tx, callback) })
  }
  const moved = transition(callbackLifecycle, 'take', callback.state)
  if (!moved.ok) return moved
  const busy = all.find((one) => one.id !== id && one.state === 'contacting' && one.ownerId !== tx.actor.id)
  if (busy) {
    // What somebody may not see is not named to him.
    const seen = await findCallback(tx, busy.id, 'callback.make')
    const callbackNo = seen.ok ? busy.callbackNo : '另一件事'
    return refuse('callback.person_taken', { owner: await ownerName(tx, busy), callbackNo })
  }
  const { use } = OCCASIONS[callback.occasion]
  if (use && callback.personId) {
    const allowed = await useAllowed(tx, callback.personId, use)
    if (!allowed.ok) return allowed
  }
  await saveCallback(tx, callback, {
    transition: moved.value,
    ownerId: tx.actor.id,
    takenAt: tx.now,
    spokenAt: null,
    identifiedAt: null,
    callee: null,
    endedAt: null,
  })
  recordCallback(tx, callback, 'callback.taken', { facts: { ownerId: tx.actor.id } })
  const { dueAt } = await settleCallback(tx, id)
  return ok(standOf(callback, moved.value.to, dueAt))
}

function ownerName(tx: Tx, { ownerId }: CallbackRecord): Promise<string> {
  return staffName(tx.db, tx.actor.tenantId, ownerId ?? '')
}
