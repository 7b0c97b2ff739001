/**
 * SRV-03, CUS-01, CUS-08: whose call it was, put right with its reason: a number may be a neighbour's, or lent. What
 * was recorded goes with the call, out of the file of whom it was wrongly held for; the request too, where it is said
 * so.
 */
import type { Input } from '@anpei/contract/kernel'
import type { CallView, correctCallPerson as route } from '@anpei/contract/service-desk'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { loadPerson } from '../../customers/index.ts'
import { givePapersTo } from '../../documents/index.ts'
import type { Tx } from '../../http/index.ts'
import { findRequest } from '../store.ts'
import { setRequestPerson } from '../set-request-person.ts'
import { RECORDING_SUBJECT } from './recording-task.ts'
import { findCall, saveCall, seesMatterOf } from './store-calls.ts'
import { callView } from './views-calls.ts'

export async function correctCallPerson(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<CallView>> {
  const { personId, reason } = body
  const call = await findCall(tx, params.callId)
  const person = personId === null ? null : await loadPerson(tx.db, tx.actor.tenantId, personId)
  if (!call || person === undefined || !(await seesMatterOf(tx, call.id))) return refuse('request.not_found')
  if (person?.mergedInto) return refuse('desk.person_merged')
  if (call.personId === personId) return refuse('desk.call_person_same')
  await saveCall(tx, call, { personId })
  const request = call.requestId === null ? null : await findRequest(tx, call.requestId, 'desk.work')
  // What was recorded in a sealed matter stands in nobody's file (CUS-11).
  if (!request?.ok || !request.value.confidential) {
    const recording = { kind: RECORDING_SUBJECT, id: call.id }
    await givePapersTo(tx.db, tx.actor.tenantId, recording, personId, call.personId)
  }
  // In the story of both: who is no longer held for the caller, and who is.
  for (const told of [call.personId, personId]) {
    if (told === null) continue
    const facts = { right: told === personId }
    tx.record({ name: 'call.person_corrected', subject: { kind: 'call', id: call.id }, personId: told, reason, facts })
  }
  if (body.requestToo && call.requestId !== null && personId !== null) {
    const moved = await setRequestPerson(tx, { params: { requestId: call.requestId }, body: { personId }, query: {} })
    if (!moved.ok) return moved
  }
  const view = await callView(tx, call.id)
  return view ? ok(view) : refuse('request.not_found')
}
