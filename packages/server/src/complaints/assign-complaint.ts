/**
 * CMP-04, CMP-05: one responsible person: named by the coordination group, or by skill, area and load. Whoever must
 * keep out is refused, also when named by hand.
 */
import type { assignComplaint as route, ComplaintStand } from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import { decideAssignee, decideAssigning } from '@anpei/domain/complaints'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { certifiedFor } from '../identity/index.ts'
import { mayHandle } from './reassign.ts'
import { sealComplaint } from './seal-complaint.ts'
import { settleComplaint } from './settle-complaint.ts'
import { standOf } from './stand.ts'
import { handlerCandidates, type Handler } from './store-handlers.ts'
import type { ComplaintRecord } from './store.ts'
import { lockToCoordinate, saveComplaint } from './work-on.ts'

export async function assignComplaint(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<ComplaintStand>> {
  const [found, candidates] = await Promise.all([
    lockToCoordinate(tx, params.complaintId),
    body.userId === null ? [] : handlerCandidates(tx),
  ])
  if (!found.ok) return found
  const complaint = found.value
  const { id, personId, state, responsibleId: before } = complaint
  const moved = decideAssigning(state, before !== null)
  if (!moved.ok) return moved
  const chosen = await chosenFor(tx, complaint, body.userId, candidates)
  if (!chosen.ok) return chosen
  const responsibleId = chosen.value
  const coordinatorId = complaint.coordinatorId ?? tx.actor.id
  const step = moved.value ? { transition: moved.value } : {}
  saveComplaint(tx, complaint, { ...step, responsibleId, coordinatorId })
  await sealComplaint(tx, { ...complaint, responsibleId, coordinatorId })
  tx.record({
    name: 'complaint.assigned',
    subject: { kind: 'complaint', id },
    personId,
    facts: { responsibleId, before },
    ...(body.reason ? { reason: body.reason } : {}),
  })
  await settleComplaint(tx, id)
  return ok(standOf(complaint, moved.value?.to ?? state))
}

async function chosenFor(
  tx: Tx,
  complaint: ComplaintRecord,
  userId: string | null,
  candidates: readonly Handler[],
): Promise<Decision<string>> {
  if (userId !== null) {
    const isCandidate = candidates.some((one) => one.id === userId)
    const certified = isCandidate ? null : await certifiedFor(tx, userId, 'complaint.handle')
    if (certified && !certified.ok) return certified
    const named = decideAssignee(candidates, complaint, userId)
    return named.ok ? ok(named.value.id) : named
  }
  const [first] = await mayHandle(tx, complaint, complaint)
  return first ? ok(first.id) : refuse('complaint.assignee_not_possible')
}
