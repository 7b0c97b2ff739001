/**
 * SRV-09, CBK-02: what was asked at a door and not taken: another person than who asked lets it count, or not, and says
 * why. Where it counts, the callback is made by it, as of the day and by the hand it was asked.
 */
import type { CallbackStand, chooseDoorTalk as route } from '@anpei/contract/callbacks'
import type { Input } from '@anpei/contract/kernel'
import { decideDoorChoice } from '@anpei/domain/callbacks'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'
import { adoptDoorTalk } from './adopt-door-talk.ts'
import { lockToContact } from './lock-to-contact.ts'
import { recordCallback } from './record-callback.ts'
import { standOf } from './stand.ts'
import { chooseAbout, doorTalksWhere } from './store-door-talks.ts'
import { lockCallback } from './store.ts'
import { takeCallback } from './take-callback.ts'

export async function chooseDoorTalk(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<CallbackStand>> {
  const { callbackId, doorTalkId } = params
  const locked = await lockCallback(tx, callbackId, 'callback.make')
  if (!locked.ok) return locked
  const callback = locked.value
  if (callback.excluded.includes(tx.actor.id)) return refuse('callback.must_stand_aside')
  const [talk] = await doorTalksWhere(tx, sql`t.id = ${doorTalkId} and t.callback_id = ${callbackId}`)
  if (!talk) return refuse('request.not_found')
  const may = decideDoorChoice({ standing: talk.standing, isWriter: talk.madeBy === tx.actor.id })
  if (!may.ok) return may
  await chooseAbout(tx, talk.id, body.adopt ? 'adopted' : 'not_chosen')
  recordCallback(tx, callback, body.adopt ? 'callback.door_adopted' : 'callback.door_not_chosen', {
    facts: { visitNo: talk.visitNo, madeBy: talk.madeBy },
    reason: body.reason,
  })
  if (!body.adopt) return ok(standOf(callback, callback.state, callback.dueAt))
  const taken = await takeCallback(tx, { params: { callbackId } })
  if (!taken.ok) return taken
  const mine = await lockToContact(tx, callbackId)
  return mine.ok ? adoptDoorTalk(tx, mine.value, talk) : mine
}
