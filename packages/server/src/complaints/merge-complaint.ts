/**
 * CMP-03, SLA §2 rule 13: the same complainant's repeated complaint becomes part of the first: it takes the earliest
 * receipt and the strictest running clock. Other people's complaints are linked, never merged.
 */
import type { ComplaintStand, mergeComplaint as route } from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import { decideComplaintMerge, isSameComplainant } from '@anpei/domain/complaints'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { complainingOf } from './complaining.ts'
import { partedFrom } from './reassign.ts'
import { sealComplaint } from './seal-complaint.ts'
import { settleComplaint } from './settle-complaint.ts'
import { standOf } from './stand.ts'
import { complaintChangeWriting, type ComplaintRecord } from './store.ts'
import { lockToCoordinate, saveComplaint } from './work-on.ts'

export async function mergeComplaint(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<ComplaintStand>> {
  const locked = await lockBoth(tx, params.complaintId, body.intoId)
  if (!locked.ok) return locked
  const [merged, into] = locked.value
  const moved = decideComplaintMerge(merged, into, isSameComplainant(complainingOf(merged), complainingOf(into)))
  if (!moved.ok) return moved
  // Whom either is about keeps out of what they have become.
  const parted = await partedFrom(tx, into, merged.concernedIds)
  if (!parted.ok) return parted
  const change = complaintChangeWriting(tx, into, {
    ...parted.value,
    sellingInstitutionId: into.sellingInstitutionId ?? merged.sellingInstitutionId,
    receivedAt: merged.receivedAt < into.receivedAt ? merged.receivedAt : into.receivedAt,
    priority: Math.min(merged.priority, into.priority),
    ...(isStricter(merged, into) ? { class: merged.class } : {}),
  })
  const gone = { mergedInto: into.id, stateBefore: merged.state, endedAt: tx.now }
  saveComplaint(tx, merged, { transition: moved.value, ...gone }, change ? [change] : [])
  await sealComplaint(tx, { ...into, ...parted.value })
  recordMerge(tx, merged, into, body.reason)
  await settleComplaint(tx, merged.id)
  await settleComplaint(tx, into.id)
  return ok(standOf(into, into.state))
}

/** In the order of the ids, so that two merges never wait for each other. */
async function lockBoth(tx: Tx, id: string, intoId: string): Promise<Decision<[ComplaintRecord, ComplaintRecord]>> {
  const first = await lockToCoordinate(tx, id < intoId ? id : intoId)
  if (!first.ok) return first
  const second = id === intoId ? first : await lockToCoordinate(tx, id < intoId ? intoId : id)
  if (!second.ok) return second
  return ok(first.value.id === id ? [first.value, second.value] : [second.value, first.value])
}

function isStricter(merged: ComplaintRecord, into: ComplaintRecord): boolean {
  return merged.class === 'simple' && into.class === 'complex' && (merged.dueAt ?? '9') < (into.dueAt ?? '9')
}

function recordMerge(tx: Tx, merged: ComplaintRecord, into: ComplaintRecord, reason: string): void {
  const [own, other] = [merged, into].map(({ id }) => ({ kind: 'complaint', id }))
  if (!own || !other) return
  const { personId } = merged
  const mergedFrom = merged.id
  if (merged.receivedAt < into.receivedAt) {
    const facts = {
      complaintNo: merged.complaintNo,
      via: merged.channel,
      cover: into.cover,
      class: into.class,
      mergedFrom,
      // SLA §2 rule 13 gives the survivor the earlier receipt.
      backdatingApprovedBy: tx.actor.id,
    }
    tx.record({ name: 'complaint.received', subject: other, personId, at: merged.receivedAt, facts })
  }
  if (isStricter(merged, into))
    tx.record({ name: 'complaint.classified', subject: other, personId, facts: { class: merged.class, mergedFrom } })
  tx.record({ name: 'complaint.ended', subject: own, personId, facts: { why: 'merged', mergedInto: into.id } })
  tx.record({ name: 'complaint.merged', subject: own, personId, reason, facts: { survivorNo: into.complaintNo } })
  tx.record({ name: 'complaint.merged_in', subject: other, personId, reason, facts: { mergedNo: merged.complaintNo } })
}
