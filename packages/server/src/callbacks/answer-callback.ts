/** CBK-02: the answers of somebody whose identity was checked end the callback. */
import type { answerCallback as route } from '@anpei/contract/callbacks'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { followUpView } from './follow-up-view.ts'
import { lockToContact } from './lock-to-contact.ts'
import { datedScripts, scriptAt } from './scripts/scripts-now.ts'
import { takeAnswers } from './take-answers.ts'

export async function answerCallback(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const locked = await lockToContact(tx, params.callbackId)
  if (!locked.ok) return locked
  const callback = locked.value
  if (callback.spokenAt === null) return refuse('callback.nobody_reached')
  if (callback.identifiedAt === null) return refuse('callback.identity_first')
  // What whoever was identified is asked stays the same, though another version has begun meanwhile.
  const script = scriptAt(await datedScripts(tx), callback.occasion, callback.identifiedAt)
  if (body.scriptCode !== script.code || body.scriptVersion !== script.version) {
    return refuse('callback.script_changed')
  }
  const taken = await takeAnswers(tx, callback, script, body)
  if (!taken.ok) return taken
  const { stand, followUps } = taken.value
  return ok({ ...stand, opened: followUps.map((row) => followUpView(tx, row)) })
}
