/**
 * CBK-02: what was answered ends the callback; what it leads to happens in the same step: follow-ups, a correction, a
 * report, the day on which telephone and address were last said to be right.
 */
import type { answerCallback, CallbackStand } from '@anpei/contract/callbacks'
import type { Input } from '@anpei/contract/kernel'
import { callbackLifecycle, decideAnswers, type Script } from '@anpei/domain/callbacks'
import { ok, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { endReached } from './end-reached.ts'
import { openFollowUps } from './open-follow-ups.ts'
import { recordCallback } from './record-callback.ts'
import { saveContactChecks } from './store-contact-checks.ts'
import type { FollowUpRow } from './store-follow-ups.ts'
import type { CallbackRecord } from './store.ts'

type Said = Pick<Input<typeof answerCallback>['body'], 'answers' | 'accident'>

export async function takeAnswers(
  tx: Tx,
  callback: CallbackRecord,
  script: Script,
  said: Said,
): Promise<Decision<{ readonly stand: CallbackStand; readonly followUps: readonly FollowUpRow[] }>> {
  const moved = transition(callbackLifecycle, 'answer', callback.state)
  if (!moved.ok) return moved
  const meaning = decideAnswers(script, said.answers)
  if (!meaning.ok) return meaning
  const { satisfied, opened, verified } = meaning.value
  const followUps = await openFollowUps(tx, callback, opened, { satisfied, accident: said.accident })
  if (!followUps.ok) return followUps
  const isOwn = callback.personId !== null && callback.told.name === ''
  if (isOwn && verified.length > 0) {
    await saveContactChecks(tx, callback.personId, verified, callback.id)
    recordCallback(tx, callback, 'callback.contact_verified', { facts: { fields: [...verified] } })
  }
  const stand = await endReached(tx, callback, {
    moved: moved.value,
    satisfied,
    declined: false,
    script: { code: script.code, version: script.version },
    answers: said.answers,
    opened: opened.map((one) => one.kind),
  })
  return ok({ stand, followUps: followUps.value })
}
