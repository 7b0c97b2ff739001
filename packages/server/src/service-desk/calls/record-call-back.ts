/**
 * SLA T03, T10, T20b, §2 rule 11: an attempt to call back, written down by hand where the telephone system does not
 * report it. Only a talk with the customer keeps the promise; attempts are counted.
 */
import type { Input } from '@anpei/contract/kernel'
import type { CallView, recordCallBack as route } from '@anpei/contract/service-desk'
import { ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import { callLifecycle } from '@anpei/domain/service-desk'
import { tellLive, type Tx } from '../../http/index.ts'
import { settleCall } from './store-call-due.ts'
import { findCall, saveCall } from './store-calls.ts'
import { callView } from './views-calls.ts'

export async function recordCallBack(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<CallView>> {
  const call = await findCall(tx, params.callId)
  if (!call) return refuse('request.not_found')
  const moved = transition(callLifecycle, 'call_back', call.state)
  if (!moved.ok) return refuse('desk.call_not_owed', { state: callLifecycle.states[call.state].zh })
  const note = { at: tx.now, by: tx.actor.id, reached: body.reached, text: body.note }
  await saveCall(tx, call, {
    tries: call.tries + 1,
    ownerId: tx.actor.id,
    told: { ...call.told, notes: [...call.told.notes, note].slice(-50) },
    ...(body.reached ? { moved: moved.value, calledBackAt: tx.now } : {}),
  })
  tx.record({
    name: body.reached ? 'call.called_back' : 'call.back_tried',
    subject: { kind: 'call', id: call.id },
    personId: call.personId,
    facts: { line: call.line },
  })
  if (body.reached) await settleCall(tx, call.id)
  tellLive(tx, 'call', null)
  const view = await callView(tx, call.id)
  return view ? ok(view) : refuse('request.not_found')
}
