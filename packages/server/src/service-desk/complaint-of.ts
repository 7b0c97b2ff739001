/**
 * SRV-01, CMP-01: a request that is a complaint goes on as one: what was said, by whom, when and with which postmark is
 * handed over, so that nobody types it again; the request keeps its number and names the complaint.
 */
import { holds, ok, refuse, transition, type Day, type Decision } from '@anpei/domain/kernel'
import { decideKindChange, requestLifecycle } from '@anpei/domain/service-desk'
import { writeAsOne } from '../db/index.ts'
import type { Tx } from '../http/index.ts'
import { heardOf, type Heard } from './heard-of.ts'
import { sealRequest } from './seal-request.ts'
import { settleRequest } from './settle-request.ts'
import { lockConcernedOf, requestChangeWriting, type RequestRecord } from './store.ts'
import { lockToWork, saveWork } from './work-on.ts'

export type RequestForComplaint = Heard & {
  readonly request: RequestRecord
  readonly postmarkedOn: Day | null
}

/** Locked, in nobody else's hands, and not turned into a case yet. A tip is no complaint: it stays sealed. */
export async function requestForComplaint(tx: Tx, requestId: string): Promise<Decision<RequestForComplaint>> {
  const found = await lockToWork(tx, requestId)
  if (!found.ok) return found
  const request = found.value
  const moved = transition(requestLifecycle, 'convert', request.state)
  if (!moved.ok) return moved
  if (request.kind === 'tip') return refuse('desk.kind_sealed')
  const heard = await heardOf(tx, requestId)
  return ok({ request, ...heard, postmarkedOn: request.told.origin?.postmarkOn ?? null })
}

type Became = {
  readonly complaintId: string
  readonly complaintNo: string
  readonly kind: 'complaint' | 'appeal'
  readonly concernedIds: readonly string[]
}

export async function becomeComplaint(tx: Tx, request: RequestRecord, became: Became): Promise<Decision<null>> {
  const moved = transition(requestLifecycle, 'convert', request.state)
  if (!moved.ok) return moved
  const changes = request.kind !== became.kind
  const possible = changes ? decideKindChange(request.kind, became.kind, holds(tx.actor, 'desk.sealed')) : ok(null)
  if (!possible.ok) return possible
  const { id, personId, unansweredSince } = request
  const concernedIds = [...new Set([...request.concernedIds, ...became.concernedIds])]
  const sealing = { confidential: false, concernedIds }
  const closing = { unansweredSince: null, followUpAt: null, snoozedUntil: null }
  const ownerId = request.ownerId ?? tx.actor.id
  saveWork(tx, request, { transition: moved.value, kind: became.kind, ownerId, ...sealing, ...closing })
  await sealRequest(tx, id, sealing, request)
  const subject = { kind: 'request', id }
  if (unansweredSince !== null) tx.record({ name: 'enquiry.withdrawn', subject, personId })
  const { complaintId, complaintNo } = became
  tx.record({ name: 'request.became_complaint', subject, personId, facts: { complaintNo, complaintId } })
  await settleRequest(tx, id)
  return ok(null)
}

/** Somebody else turns out to be concerned: the requests it came from are kept from them too (CMP-05). */
export async function keepRequestsFrom(
  tx: Tx,
  requestIds: readonly string[],
  concernedIds: readonly string[],
): Promise<void> {
  for (const row of await lockConcernedOf(tx, requestIds)) {
    const all = [...new Set([...row.concernedIds, ...concernedIds])]
    const writing = requestChangeWriting(tx, row.id, { concernedIds: all })
    if (writing) tx.later(writeAsOne(tx.db, [writing]))
    await sealRequest(tx, row.id, { confidential: row.confidential, concernedIds: all }, null)
  }
}
