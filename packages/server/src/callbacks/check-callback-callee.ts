/** CBK-02: who is on the telephone, before anything is asked; what does not agree stands in the log. */
import type { checkCallbackCallee as route } from '@anpei/contract/callbacks'
import type { Answer, Input } from '@anpei/contract/kernel'
import { checkCallee } from '@anpei/domain/callbacks'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { knownOf } from './callee-of.ts'
import { lockToContact } from './lock-to-contact.ts'
import { datedScripts, scriptAt } from './scripts/scripts-now.ts'
import { recordCallback } from './record-callback.ts'
import { saveCallback } from './store.ts'

export async function checkCallbackCallee(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const locked = await lockToContact(tx, params.callbackId)
  if (!locked.ok) return locked
  const callback = locked.value
  if (callback.spokenAt === null) return refuse('callback.nobody_reached')
  const [known, scripts] = await Promise.all([knownOf(tx, callback.personId), datedScripts(tx)])
  const checked = checkCallee(body, known, scriptAt(scripts, callback.occasion, tx.now).identity)
  if (!checked.ok) return checked
  const { points, wrong } = checked.value
  const identified = wrong.length === 0
  recordCallback(tx, callback, identified ? 'callback.callee_checked' : 'callback.callee_doubted', {
    facts: { callee: body.callee, points: [...points], wrong: [...wrong] },
  })
  if (identified) {
    const callee = { name: body.name, relation: body.relation, points }
    await saveCallback(tx, callback, {
      callee: body.callee,
      identifiedAt: tx.now,
      told: { ...callback.told, callee },
    })
  }
  return ok({ identified, wrong: [...wrong] })
}
