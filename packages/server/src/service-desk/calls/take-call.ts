/** SRV-04: says who calls back, so that a customer is not called twice; the second to ask learns who does. */
import type { Input } from '@anpei/contract/kernel'
import type { CallView, takeCall as route } from '@anpei/contract/service-desk'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { callLifecycle } from '@anpei/domain/service-desk'
import { tellLive, type Tx } from '../../http/index.ts'
import { staffName } from '../../identity/index.ts'
import { findCall, saveCall } from './store-calls.ts'
import { callView } from './views-calls.ts'

export async function takeCall(tx: Tx, { params }: Input<typeof route>): Promise<Decision<CallView>> {
  const call = await findCall(tx, params.callId)
  if (!call) return refuse('request.not_found')
  if (call.state !== 'missed') return refuse('desk.call_not_owed', { state: callLifecycle.states[call.state].zh })
  if (call.ownerId !== null && call.ownerId !== tx.actor.id)
    return refuse('desk.call_taken', { owner: await staffName(tx.db, tx.actor.tenantId, call.ownerId) })
  await saveCall(tx, call, { ownerId: tx.actor.id })
  tx.record({
    name: 'call.taken',
    subject: { kind: 'call', id: call.id },
    personId: call.personId,
    facts: { ownerId: tx.actor.id },
  })
  tellLive(tx, 'call', null)
  const view = await callView(tx, call.id)
  return view ? ok(view) : refuse('request.not_found')
}
