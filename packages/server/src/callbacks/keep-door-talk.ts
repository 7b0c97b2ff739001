/**
 * SRV-09, CBK-02: a visitor asked at the door, and it could not be taken as it was sent: somebody else had the callback
 * meanwhile, or something in it was not right. All of it is kept here, photos too, so that nothing is lost with the
 * visitor's device; another person chooses whether it counts, and is told at once.
 */
import type { keepDoorTalk as route } from '@anpei/contract/callbacks'
import type { Answer, Input } from '@anpei/contract/kernel'
import { doorWhy } from '@anpei/domain/callbacks'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { ArrivedFile, Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { alarmLeaders, alarmPeople } from '../sla/index.ts'
import { chooseCaller } from './choose-caller.ts'
import { keepEvidence } from './keep-evidence.ts'
import { recordCallback } from './record-callback.ts'
import { insertDoorTalk } from './store-door-talks.ts'
import { callbacksWhere, type CallbackRecord } from './store.ts'

export async function keepDoorTalk(
  tx: Tx,
  { params, body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<Answer<typeof route>>> {
  // Of any scope: it was the visitor's to ask when he set out, and nothing of the callback is shown in return.
  const [callback] = await callbacksWhere(tx, sql`c.id = ${params.callbackId} for update`)
  if (!callback) return refuse('request.not_found')
  const { at, visitNo, why } = body
  if (at > tx.now) return refuse('callback.attempt_in_future')
  const kept = await keepEvidence(tx, callback, files, at)
  if (!kept.ok) return kept
  const id = newId()
  await insertDoorTalk(tx, callback.id, { ...body, id, documentId: kept.value })
  recordCallback(tx, callback, 'callback.door_kept', { at, facts: { visitNo, why: doorWhy(why) } })
  await tellChooser(tx, callback, id, visitNo)
  return ok({ doorTalkId: id })
}

/** A colleague who has the callback chooses, else one by turns; where nobody may, the visitor's superior is told. */
async function tellChooser(tx: Tx, callback: CallbackRecord, doorTalkId: string, visitNo: string): Promise<void> {
  const apart = [...callback.excluded, tx.actor.id]
  const { ownerId, onlyBy } = callback
  const chooserId =
    ownerId !== null && !apart.includes(ownerId)
      ? ownerId
      : await chooseCaller(tx, { excluded: apart, onlyBy, dialect: false })
  const alarm = {
    subject: { kind: 'callback', id: callback.id, no: callback.callbackNo },
    clockId: '',
    cause: 'choice',
    causeId: doorTalkId,
    dueAt: null,
    explanation: `上门服务 ${visitNo} 时当面问到的，没能直接记入，请选定用不用`,
  } as const
  if (chooserId !== null) return alarmPeople(tx, 'handler', [chooserId], alarm)
  const place = { handlerId: tx.actor.id, institutionId: tx.actor.institutionId }
  if (!callback.concealed) await alarmLeaders(tx, { ...alarm, place })
}
