/**
 * CBK-02, CMP-10: a try is written down with what proves it. Reached, the talk may begin; not wanted, it ends there; a
 * wrong number opens the search for the right one.
 */
import type { CallbackStand, recordCallbackAttempt as route } from '@anpei/contract/callbacks'
import type { Input } from '@anpei/contract/kernel'
import { callbackLifecycle, decideAttempt } from '@anpei/domain/callbacks'
import { ok, transition, type Decision } from '@anpei/domain/kernel'
import type { ArrivedFile, Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { endReached } from './end-reached.ts'
import { keepEvidence } from './keep-evidence.ts'
import { lockToContact } from './lock-to-contact.ts'
import { openFollowUps } from './open-follow-ups.ts'
import { recordCallback } from './record-callback.ts'
import { callbackRules } from './shipped-data.ts'
import { standOf } from './stand.ts'
import { insertAttempt } from './store-attempts.ts'
import { saveCallback } from './store.ts'

export async function recordCallbackAttempt(
  tx: Tx,
  { params, body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<CallbackStand>> {
  const locked = await lockToContact(tx, params.callbackId)
  if (!locked.ok) return locked
  const callback = locked.value
  const { way, outcome, callNo, note, laterAt } = body
  const at = body.at ?? tx.now
  const decided = decideAttempt(
    { at, way, outcome, callNo, note, files: files.length, laterAt },
    { now: tx.now, owedAt: callback.owedAt, rules: callbackRules() },
  )
  if (!decided.ok) return decided
  const { evidence, dayPart } = decided.value
  const kept = await keepEvidence(tx, callback, files, at)
  if (!kept.ok) return kept
  await insertAttempt(tx, callback.id, {
    id: newId(),
    at,
    dayPart,
    way,
    outcome,
    evidence,
    documentId: kept.value,
    callNo,
    note,
  })
  recordCallback(tx, callback, 'callback.attempted', { at, facts: { way, outcome, dayPart, evidence } })
  const tried = { tries: callback.tries + 1, nextAt: outcome === 'call_later' ? laterAt : null }
  if (outcome === 'declined') {
    const moved = transition(callbackLifecycle, 'answer', callback.state)
    if (!moved.ok) return moved
    await saveCallback(tx, callback, tried)
    return ok(await endReached(tx, callback, { moved: moved.value, satisfied: 'unclear', declined: true, opened: [] }))
  }
  await saveCallback(tx, callback, { ...tried, ...(outcome === 'reached' ? { spokenAt: at } : {}) })
  if (outcome === 'wrong_number') {
    await openFollowUps(tx, callback, [{ kind: 'wrong_number', parts: [{ question: '电话号码', text: note }] }])
  }
  return ok(standOf(callback, callback.state, callback.dueAt))
}
