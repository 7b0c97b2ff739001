/**
 * SRV-04, SLA §2 rule 13: two requests of the same person about the same thing become one: the survivor takes the
 * earlier receipt and the stricter clock, and answers the other's threads. Nothing is moved: undoing leaves the merge
 * out again.
 */
import type { Input } from '@anpei/contract/kernel'
import type { mergeRequest as route, RequestStand } from '@anpei/contract/service-desk'
import { transition, type Decision } from '@anpei/domain/kernel'
import { clockChannel, decideMerge, requestLifecycle } from '@anpei/domain/service-desk'
import type { Tx } from '../http/index.ts'
import { settleRequest } from './settle-request.ts'
import { livingPersons } from './store-persons.ts'
import { findRequest, hasMerged, requestChangeWriting, type RequestRecord } from './store.ts'
import { lockToWork, saveWork, standOf } from './work-on.ts'

export async function mergeRequest(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<RequestStand>> {
  const locked = await lockBoth(tx, params.requestId, body.intoId)
  if (!locked.ok) return locked
  const [merged, into] = locked.value
  const [personId, intoPersonId] = await livingPersons(tx, [merged.personId, into.personId])
  const moved = decideMerge({
    ...merged,
    personId: personId ?? null,
    into: { ...into, personId: intoPersonId ?? null },
    hasMerged: await hasMerged(tx, merged.id),
  })
  if (!moved.ok) return moved
  const change = requestChangeWriting(tx, into.id, joined(into, merged))
  saveWork(
    tx,
    merged,
    { transition: moved.value, merged: { into: into.id, stateBefore: merged.state }, snoozedUntil: null },
    change ? [change] : [],
  )
  recordMerge(tx, merged, into, body.reason)
  await settleRequest(tx, merged.id)
  await settleRequest(tx, into.id)
  return standOf(tx, into, joined(into, merged).transition?.to ?? into.state)
}

/** In the order of the ids, so that two merges never wait for each other. */
async function lockBoth(tx: Tx, id: string, intoId: string): Promise<Decision<[RequestRecord, RequestRecord]>> {
  const first = id < intoId
  const before = first ? null : await findRequest(tx, intoId, 'desk.work', true)
  const own = await lockToWork(tx, id)
  const other = before ?? (await findRequest(tx, intoId, 'desk.work', true))
  if (!own.ok) return own
  return other.ok ? { ok: true, value: [own.value, other.value] } : other
}

function joined(into: RequestRecord, merged: RequestRecord) {
  const since = [into.unansweredSince, merged.unansweredSince].flatMap((one) => one ?? []).sort()[0] ?? null
  const heard = merged.unansweredSince !== null && into.state === 'answered'
  const moved = heard ? transition(requestLifecycle, 'hear', into.state) : null
  return {
    receivedAt: merged.receivedAt < into.receivedAt ? merged.receivedAt : into.receivedAt,
    unansweredSince: since,
    ...(moved?.ok ? { transition: moved.value } : {}),
  }
}

function recordMerge(tx: Tx, merged: RequestRecord, into: RequestRecord, reason: string): void {
  const { personId, unansweredSince, channel, kind } = merged
  const [own, other] = [merged, into].map(({ id }) => ({ kind: 'request', id }))
  if (!own || !other) return
  if (unansweredSince !== null) {
    tx.record({ name: 'enquiry.withdrawn', subject: own, personId, facts: { mergedInto: into.id } })
    tx.record({
      name: 'enquiry.received',
      subject: other,
      personId,
      at: unansweredSince,
      facts: {
        kind,
        via: channel,
        channel: clockChannel(channel),
        mergedFrom: merged.id,
        // SLA §2 rule 13 gives the survivor the earlier receipt.
        backdatingApprovedBy: tx.actor.id,
      },
    })
  }
  tx.record({ name: 'request.merged', subject: own, personId, reason, facts: { survivorNo: into.requestNo } })
  tx.record({ name: 'request.merged_in', subject: other, personId, reason, facts: { mergedNo: merged.requestNo } })
}
