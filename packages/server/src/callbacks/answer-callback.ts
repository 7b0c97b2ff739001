/**
 * CBK-02: the answers of somebody whose identity was checked end the callback; what they lead to happens in the same
 * step: follow-ups, a correction, a report, the day on which telephone and address were last said to be right.
 */
import type { answerCallback as route } from '@anpei/contract/callbacks'
import type { Answer, Input } from '@anpei/contract/kernel'
import { callbackLifecycle, decideAnswers } from '@anpei/domain/callbacks'
import { ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { endReached } from './end-reached.ts'
import { followUpView } from './follow-up-view.ts'
import { lockToContact } from './lock-to-contact.ts'
import { openFollowUps } from './open-follow-ups.ts'
import { recordCallback } from './record-callback.ts'
import { datedScripts, scriptAt } from './scripts/scripts-now.ts'
import { saveContactChecks } from './store-contact-checks.ts'

export async function answerCallback(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const locked = await lockToContact(tx, params.callbackId)
  if (!locked.ok) return locked
  const callback = locked.value
  const moved = transition(callbackLifecycle, 'answer', callback.state)
  if (!moved.ok) return moved
  if (callback.spokenAt === null) return refuse('callback.nobody_reached')
  if (callback.identifiedAt === null) return refuse('callback.identity_first')
  // What whoever was identified is asked stays the same, though another version has begun meanwhile.
  const script = scriptAt(await datedScripts(tx), callback.occasion, callback.identifiedAt)
  const { code, version } = script
  if (body.scriptCode !== code || body.scriptVersion !== version) return refuse('callback.script_changed')
  const meaning = decideAnswers(script, body.answers)
  if (!meaning.ok) return meaning
  const { satisfied, opened, verified } = meaning.value
  const followUps = await openFollowUps(tx, callback, opened, body.accident)
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
    script: { code, version },
    answers: body.answers,
    opened: opened.map((one) => one.kind),
  })
  return ok({ ...stand, opened: followUps.value.map((row) => followUpView(tx, row)) })
}
