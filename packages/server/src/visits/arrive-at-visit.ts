/** CLM-02, T13, T14: arrival, proved by time and photo or position; it ends the promise to be at the scene. */
import type { arriveAtVisit as route, VisitStand } from '@anpei/contract/visits'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import { decideArrival, visitLifecycle } from '@anpei/domain/visits'
import type { ArrivedFile, Tx } from '../http/index.ts'
import { keepVisitFiles } from './keep-visit-files.ts'
import { recordVisit } from './record-visit.ts'
import { settleVisit } from './settle-visit.ts'
import { standOf } from './stand.ts'
import { lockVisit, saveVisit } from './store.ts'

export async function arriveAtVisit(
  tx: Tx,
  { params, body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<VisitStand>> {
  const locked = await lockVisit(tx, params.visitId, 'visit.make')
  if (!locked.ok) return locked
  const visit = locked.value
  if (visit.visitorId !== tx.actor.id) return refuse('visit.not_yours')
  const moved = transition(visitLifecycle, 'arrive', visit.state)
  if (!moved.ok) return moved
  const arrival = decideArrival({
    kind: visit.kind,
    arrivedAt: body.arrivedAt,
    requestedAt: visit.requestedAt,
    now: tx.now,
    photo: files.some((file) => file.field === 'photo'),
    position: body.position !== null,
  })
  if (!arrival.ok) return arrival
  const { at, proof } = arrival.value
  const kept = await keepVisitFiles(tx, visit, files, at)
  if (!kept.ok) return kept
  await saveVisit(tx, visit.id, {
    transition: moved.value,
    arrivedAt: at,
    arrivalProof: proof,
    ...(body.position ? { told: { ...visit.told, position: body.position } } : {}),
  })
  recordVisit(tx, visit, 'arrived', { at, facts: { proof } })
  const { dueAt } = await settleVisit(tx, visit.id)
  return ok(standOf({ ...visit, revision: visit.revision + 1 }, moved.value.to, dueAt))
}
