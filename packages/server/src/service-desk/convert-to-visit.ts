/**
 * SRV-01, SRV-09: a request leads to a visit, in the same transaction and with what it says already; each is linked to
 * the other. A request of the kind 上门需求 goes on as the visit, whose promises run from when it was asked for; any other
 * still has its answer to get.
 */
import type { Answer, Input } from '@anpei/contract/kernel'
import type { convertToVisit as route } from '@anpei/contract/service-desk'
import { ok, transition, type Decision, type Transition } from '@anpei/domain/kernel'
import { requestLifecycle, type RequestState } from '@anpei/domain/service-desk'
import type { Tx } from '../http/index.ts'
import { requestVisit } from '../visits/index.ts'
import { settleRequest } from './settle-request.ts'
import { insertLink } from './store-links.ts'
import type { RequestRecord } from './store.ts'
import { lockToWork, saveWork, standOf } from './work-on.ts'

export async function convertToVisit(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const found = await lockToWork(tx, params.requestId)
  if (!found.ok) return found
  const request = found.value
  const { id, personId, told, state, unansweredSince } = request
  const moved = onward(request)
  if (!moved.ok) return moved
  const made = await requestVisit(tx, {
    body: {
      ...body,
      personId,
      villageCode: null,
      name: body.name || told.contact.name,
      phone: body.phone || told.contact.phone,
      subject: { kind: 'request', id },
      channel: 'desk',
      requestedAt: request.receivedAt,
    },
  })
  if (!made.ok) return made
  const visit = made.value
  const ownerId = request.ownerId ?? tx.actor.id
  const ended = moved.value ? { unansweredSince: null, followUpAt: null, snoozedUntil: null } : {}
  saveWork(tx, request, { transition: moved.value, ownerId, ...ended })
  tx.later(insertLink(tx, id, { kind: 'visit', id: visit.id }))
  const subject = { kind: 'request', id }
  if (moved.value && unansweredSince !== null) tx.record({ name: 'enquiry.withdrawn', subject, personId })
  tx.record({
    name: 'request.visit_requested',
    subject,
    personId,
    facts: { visitNo: visit.visitNo, visitId: visit.id },
  })
  if (moved.value) await settleRequest(tx, id)
  const stand = await standOf(tx, { ...request, ownerId }, moved.value?.to ?? state)
  return stand.ok ? ok({ request: stand.value, visit }) : stand
}

/** Null: the request stays open beside the visit. */
function onward({ kind, state }: RequestRecord): Decision<Transition<RequestState> | null> {
  const moved = transition(requestLifecycle, 'convert', state)
  return moved.ok && kind !== 'visit' ? ok(null) : moved
}
