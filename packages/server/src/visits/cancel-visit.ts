/** SRV-09: the visit is not wanted any more; the customer has it in writing, a place becomes free. */
import type { cancelVisit as route, VisitStand } from '@anpei/contract/visits'
import type { Input } from '@anpei/contract/kernel'
import { ok, transition, type Decision } from '@anpei/domain/kernel'
import { visitLifecycle } from '@anpei/domain/visits'
import type { Tx } from '../http/index.ts'
import { recordVisit } from './record-visit.ts'
import { settleVisit } from './settle-visit.ts'
import { standOf } from './stand.ts'
import { lockVisit, saveVisit } from './store.ts'
import { tellVisit } from './tell-visit.ts'

export async function cancelVisit(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<VisitStand>> {
  const locked = await lockVisit(tx, params.visitId, tx.actor.kind === 'customer' ? 'portal.own' : 'visit.arrange')
  if (!locked.ok) return locked
  const visit = locked.value
  const moved = transition(visitLifecycle, 'cancel', visit.state)
  if (!moved.ok) return moved
  await saveVisit(tx, visit.id, { transition: moved.value, endedAt: tx.now })
  recordVisit(tx, visit, 'cancelled', { reason: body.reason })
  const { dueAt } = await settleVisit(tx, visit.id)
  await tellVisit(tx, visit, 'visit_cancelled', {})
  return ok(standOf({ ...visit, revision: visit.revision + 1 }, moved.value.to, dueAt))
}
