/**
 * SRV-01: an enquiry that turns out to be a complaint, an appeal, a tip or a wish for service becomes one under its own
 * number. A promise that runs for it runs on: nobody waits longer for being called otherwise; and where none runs, one
 * begins with the word 投诉, until it is registered as a complaint or answered (T42).
 */
import type { Input } from '@anpei/contract/kernel'
import type { changeRequestKind as route, RequestStand } from '@anpei/contract/service-desk'
import { holds, type Decision } from '@anpei/domain/kernel'
import { decideKindChange, isComplaintKind, isConfidential, REQUEST_KINDS } from '@anpei/domain/service-desk'
import type { Tx } from '../http/index.ts'
import { sealRequest } from './seal-request.ts'
import { settleRequest } from './settle-request.ts'
import { lockToWork, saveWork, standOf } from './work-on.ts'

export async function changeRequestKind(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<RequestStand>> {
  const found = await lockToWork(tx, params.requestId)
  if (!found.ok) return found
  const { id, state, personId, kind, unansweredSince } = found.value
  const possible = decideKindChange(kind, body.kind, holds(tx.actor, 'desk.sealed'))
  if (!possible.ok) return possible
  const concernedIds = [...new Set([...found.value.concernedIds, ...body.concernedIds])]
  const sealing = { confidential: isConfidential(body.kind), concernedIds }
  const waited = unansweredSince !== null
  const waits = !waited && isComplaintKind(body.kind) ? { unansweredSince: tx.now } : {}
  saveWork(tx, found.value, { kind: body.kind, ...sealing, ...waits })
  await sealRequest(tx, id, sealing, found.value)
  tx.record({
    name: 'request.kind_changed',
    subject: { kind: 'request', id },
    personId,
    reason: body.reason,
    facts: { from: kind, kind: body.kind, kindWord: REQUEST_KINDS[body.kind], waited },
  })
  if (!waited) await settleRequest(tx, id)
  return standOf(tx, found.value, state)
}
