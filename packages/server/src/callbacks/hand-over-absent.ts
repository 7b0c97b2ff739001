/**
 * ORG-07, ORG-06, CBK-01, CMP-10: callbacks owed by somebody who is away today or lacks a certificate go to whoever may
 * call instead; nobody waits for a call of somebody who is not there. Who has to stand aside is not chosen (CMP-05).
 */
import { callbackLifecycle } from '@anpei/domain/callbacks'
import { dayOfInstant, transition } from '@anpei/domain/kernel'
import { careOf } from '../customers/index.ts'
import type { Tx } from '../http/index.ts'
import { OFF_DUTY } from '../identity/index.ts'
import { chooseCaller } from './choose-caller.ts'
import { recordCallback } from './record-callback.ts'
import { lockOwedByAbsent, saveCallback } from './store.ts'

const MOST_AT_ONCE = 500

export async function handOverCallbacks(tx: Tx): Promise<number> {
  const callbacks = await lockOwedByAbsent(tx, dayOfInstant(tx.now), MOST_AT_ONCE)
  const care = await careOf(
    tx,
    callbacks.flatMap((one) => one.personId ?? []),
  )
  for (const callback of callbacks) {
    const moved = transition(callbackLifecycle, 'assign', callback.state)
    if (!moved.ok) continue
    const { excluded, onlyBy, personId, ownerId: before } = callback
    const dialect = care.get(personId ?? '')?.careMarks.includes('dialect') ?? false
    const ownerId = await chooseCaller(tx, { excluded, onlyBy, dialect })
    if (ownerId === before) continue
    const change = { transition: moved.value, ownerId, spokenAt: null, identifiedAt: null, callee: null }
    await saveCallback(tx, callback, change)
    const facts = { ...(ownerId ? { ownerId } : {}), before }
    recordCallback(tx, callback, 'callback.assigned', { reason: OFF_DUTY, facts })
  }
  return callbacks.length
}
