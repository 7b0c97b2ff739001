/** CUS-08: shows a number in full to whoever calls back; the look stands in the log. */
import type { Answer, Input } from '@anpei/contract/kernel'
import type { revealCallNumber as route } from '@anpei/contract/service-desk'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { findCall } from './store-calls.ts'

export async function revealCallNumber(
  tx: Tx,
  { params }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const call = await findCall(tx, params.callId)
  if (!call || call.told.phone === '') return refuse('request.not_found')
  tx.record({
    name: 'call.number_shown',
    subject: { kind: 'call', id: call.id },
    personId: call.personId,
    facts: { line: call.line },
  })
  return ok({ phone: call.told.phone })
}
