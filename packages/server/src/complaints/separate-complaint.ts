/**
 * CMP-03, SLA §2 rule 13: a merge that was wrong is taken back: its events are left out of the clocks of both, so that
 * both run as if it had never been.
 */
import type { ComplaintStand, separateComplaint as route } from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import { decideSeparation } from '@anpei/domain/complaints'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { eventsOf, type StoredEvent } from '../events/index.ts'
import type { Tx } from '../http/index.ts'
import { settleComplaint } from './settle-complaint.ts'
import { standOf } from './stand.ts'
import { complaintChangeWriting } from './store.ts'
import { lockToCoordinate, saveComplaint } from './work-on.ts'

export async function separateComplaint(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<ComplaintStand>> {
  const found = await lockToCoordinate(tx, params.complaintId)
  if (!found.ok) return found
  const merged = found.value
  const moved = decideSeparation(merged.state, merged.stateBefore)
  if (!moved.ok) return moved
  if (merged.mergedInto === null) return refuse('request.not_found')
  const survivor = await lockToCoordinate(tx, merged.mergedInto)
  if (!survivor.ok) return survivor
  const into = survivor.value
  const { tenantId } = tx.actor
  const [own, others] = await Promise.all([eventsOf(tx.db, tenantId, merged.id), eventsOf(tx.db, tenantId, into.id)])
  const change = complaintChangeWriting(tx, into, { receivedAt: firstReceipt(others, merged.id) ?? into.receivedAt })
  const back = { mergedInto: null, stateBefore: null, endedAt: null }
  saveComplaint(tx, merged, { transition: moved.value, ...back }, change ? [change] : [])
  const { reason } = body
  const undoes = own.filter((event) => event.facts['mergedInto'] === into.id).map((event) => event.id)
  const undone = others.filter((event) => event.facts['mergedFrom'] === merged.id).map((event) => event.id)
  const subject = { kind: 'complaint', id: merged.id }
  tx.record({ name: 'complaint.unmerged', subject, reason, facts: undoes.length > 0 ? { undoes } : {} })
  tx.record({
    name: 'complaint.split_off',
    subject: { kind: 'complaint', id: into.id },
    reason,
    facts: { mergedNo: merged.complaintNo, ...(undone.length > 0 ? { undoes: undone } : {}) },
  })
  await settleComplaint(tx, merged.id)
  await settleComplaint(tx, into.id)
  return ok(standOf(merged, moved.value.to))
}

/** When the survivor itself was received. */
function firstReceipt(events: readonly StoredEvent[], mergedId: string): string | undefined {
  return events
    .filter((event) => event.name === 'complaint.received' && event.facts['mergedFrom'] !== mergedId)
    .map((event) => event.at)
    .sort()[0]
}
