/** CBK-02, CMP-10: not reached in spite of proved tries on different days, parts of the day and ways. */
import type { CallbackStand, exhaustCallback as route } from '@anpei/contract/callbacks'
import type { Input } from '@anpei/contract/kernel'
import { callbackLifecycle, decideExhausted } from '@anpei/domain/callbacks'
import { ok, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { lockToContact } from './lock-to-contact.ts'
import { recordCallback } from './record-callback.ts'
import { callbackRules } from './shipped-data.ts'
import { standOf } from './stand.ts'
import { attemptsOf } from './store-attempts.ts'
import { settleCallback } from './store-due.ts'
import { saveCallback } from './store.ts'

export async function exhaustCallback(tx: Tx, { params }: Input<typeof route>): Promise<Decision<CallbackStand>> {
  const locked = await lockToContact(tx, params.callbackId)
  if (!locked.ok) return locked
  const callback = locked.value
  const moved = transition(callbackLifecycle, 'exhaust', callback.state)
  if (!moved.ok) return moved
  const tried = decideExhausted(await attemptsOf(tx, callback.id), callbackRules())
  if (!tried.ok) return tried
  await saveCallback(tx, callback, { transition: moved.value, endedAt: tx.now, nextAt: null })
  const { occasion, subjectKind, subjectId, round } = callback
  const { attempts, days, dayParts } = tried.value
  recordCallback(tx, callback, 'callback.exhausted', {
    facts: { attempts, days: days.length, dayParts: dayParts.length, occasion, subjectKind, subjectId, round },
  })
  const { dueAt } = await settleCallback(tx, callback.id)
  return ok(standOf(callback, moved.value.to, dueAt))
}
