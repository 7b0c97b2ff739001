/** SRV-09, CBK-02: the steps of a callback from what was written at the door: reached, who it was, what was said. */
import type { CallbackStand } from '@anpei/contract/callbacks'
import { callbackLifecycle, checkCallee, decideAttempt, IDENTITY_POINTS } from '@anpei/domain/callbacks'
import { ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { knownOf } from './callee-of.ts'
import { endReached } from './end-reached.ts'
import { recordCallback } from './record-callback.ts'
import { datedScripts, scriptThen } from './scripts/scripts-now.ts'
import { callbackRules } from './shipped-data.ts'
import { attemptsOf, insertAttempt } from './store-attempts.ts'
import type { DoorTalkRow } from './store-door-talks.ts'
import { saveCallback, type CallbackRecord } from './store.ts'
import { takeAnswers } from './take-answers.ts'

export async function adoptDoorTalk(
  tx: Tx,
  callback: CallbackRecord,
  talk: DoorTalkRow,
): Promise<Decision<CallbackStand>> {
  const { willing, who, askedAt } = talk
  const tried = await tryOnce(tx, callback, talk)
  if (!tried.ok) return tried
  if (!willing) {
    const moved = transition(callbackLifecycle, 'answer', callback.state)
    if (!moved.ok) return moved
    return ok(await endReached(tx, callback, { moved: moved.value, satisfied: 'unclear', declined: true, opened: [] }))
  }
  const [known, scripts] = await Promise.all([knownOf(tx, callback.personId), datedScripts(tx)])
  const script = scriptThen(scripts, talk.scriptCode, talk.scriptVersion)
  if (!script) return refuse('callback.script_changed')
  const checked = checkCallee(who, known, script.identity)
  if (!checked.ok) return checked
  const { points, wrong } = checked.value
  if (wrong.length > 0) {
    return refuse('callback.door_identity_wrong', { points: wrong.map((one) => IDENTITY_POINTS[one]).join('、') })
  }
  const told = { ...callback.told, callee: { name: who.name, relation: who.relation, points } }
  await saveCallback(tx, callback, { spokenAt: askedAt, callee: who.callee, identifiedAt: askedAt, told })
  recordCallback(tx, callback, 'callback.callee_checked', {
    at: askedAt,
    facts: { callee: who.callee, points: [...points], wrong: [] },
  })
  const taken = await takeAnswers(tx, { ...callback, callee: who.callee, told }, script, talk)
  return taken.ok ? ok(taken.value.stand) : taken
}

/** Written down as of the door, by the rules of the day it was handed in; what was taken then is not written twice. */
async function tryOnce(tx: Tx, callback: CallbackRecord, talk: DoorTalkRow): Promise<Decision<null>> {
  const { askedAt: at, madeBy, documentId, visitNo, willing } = talk
  const before = await attemptsOf(tx, callback.id)
  if (before.some((one) => one.madeBy === madeBy && one.way === 'visit' && one.at === at)) return ok(null)
  const outcome = willing ? 'reached' : 'declined'
  const note = `上门服务 ${visitNo} 时当面回访`
  const said = { at, way: 'visit', outcome, callNo: '', note } as const
  const decided = decideAttempt(
    { ...said, files: documentId === null ? 0 : 1, laterAt: null },
    { now: talk.receivedAt, owedAt: callback.owedAt, rules: callbackRules() },
  )
  if (!decided.ok) return decided
  const { evidence, dayPart } = decided.value
  await insertAttempt(tx, callback.id, { ...said, id: newId(), dayPart, evidence, documentId }, madeBy)
  await saveCallback(tx, callback, { tries: callback.tries + 1 })
  recordCallback(tx, callback, 'callback.attempted', {
    at,
    facts: { way: 'visit', outcome, dayPart, evidence, madeBy },
  })
  return ok(null)
}
