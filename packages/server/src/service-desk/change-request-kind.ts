/**
 * SRV-01: an enquiry that turns out to be a complaint, an appeal, a tip or a wish for service becomes one under its own
 * number. A promise that runs for it runs on: nobody waits longer for being called otherwise.
 */
import type { Input } from '@anpei/contract/kernel'
import type { changeRequestKind as route, RequestStand } from '@anpei/contract/service-desk'
import { holds, type Decision } from '@anpei/domain/kernel'
import { decideKindChange, isConfidential, REQUEST_KINDS } from '@anpei/domain/service-desk'
import type { Tx } from '../http/index.ts'
import { sealRequest } from './seal-request.ts'
import { lockToWork, saveWork, standOf } from './work-on.ts'

export async function changeRequestKind(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<RequestStand>> {
  const found = await lockToWork(tx, params.requestId)
  if (!found.ok) return found
  const { id, state, personId, kind } = found.value
  const possible = decideKindChange(kind, body.kind, holds(tx.actor, 'desk.sealed'))
  if (!possible.ok) return possible
  const concernedIds = [...new Set([...found.value.concernedIds, ...body.concernedIds])]
  const sealing = { confidential: isConfidential(body.kind), concernedIds }
  await saveWork(tx, found.value, { kind: body.kind, ...sealing })
  await sealRequest(tx, id, sealing, found.value)
  tx.record({
    name: 'request.kind_changed',
    subject: { kind: 'request', id },
    personId,
    reason: body.reason,
    facts: { from: kind, kind: body.kind, kindWord: REQUEST_KINDS[body.kind] },
  })
  return standOf(tx, found.value, state)
}
