/** SRV-03: hangs a call to the request it was about, so that the call log and the conversation tell one story. */
import type { Input } from '@anpei/contract/kernel'
import type { CallView, linkCall as route } from '@anpei/contract/service-desk'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { findRequest } from '../store.ts'
import { callsBelongTo, findCall, saveCall } from './store-calls.ts'
import { callView } from './views-calls.ts'

export async function linkCall(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<CallView>> {
  const [call, request] = await Promise.all([findCall(tx, params.callId), findRequest(tx, body.requestId, 'desk.work')])
  if (!call || !request.ok) return refuse('request.not_found')
  await saveCall(tx, call, { requestId: body.requestId })
  const { personId, confidential } = request.value
  if (personId !== null && !confidential) await callsBelongTo(tx, body.requestId, personId)
  tx.record({
    name: 'call.linked',
    subject: { kind: 'request', id: body.requestId },
    personId,
    facts: { callId: call.id, line: call.line },
  })
  const view = await callView(tx, call.id)
  return view ? ok(view) : refuse('request.not_found')
}
