/** SRV-09: the visitor sets out, covered or let go by a lead; the customer is told that somebody is coming. */
import type { setOut as route, VisitStand } from '@anpei/contract/visits'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import { decideSending, visitLifecycle } from '@anpei/domain/visits'
import type { Tx } from '../http/index.ts'
import { staffName } from '../identity/index.ts'
import { recordVisit } from './record-visit.ts'
import { standOf } from './stand.ts'
import { lockVisit, saveVisit } from './store.ts'
import { tellVisit } from './tell-visit.ts'
import { warningsOf } from './warnings-of.ts'

export async function setOut(tx: Tx, { params }: Input<typeof route>): Promise<Decision<VisitStand>> {
  const locked = await lockVisit(tx, params.visitId, 'visit.make')
  if (!locked.ok) return locked
  const visit = locked.value
  if (visit.visitorId !== tx.actor.id) return refuse('visit.not_yours')
  const moved = transition(visitLifecycle, 'setOut', visit.state)
  if (!moved.ok) return moved
  const sent = decideSending(visit.kind, await warningsOf(tx, visit), visit.uncoveredBy !== null)
  if (!sent.ok) return sent
  await saveVisit(tx, visit.id, { transition: moved.value, setOutAt: tx.now })
  recordVisit(tx, visit, 'set_out')
  const visitor = await staffName(tx.db, tx.actor.tenantId, tx.actor.id)
  if (visit.kind !== 'video') await tellVisit(tx, visit, 'visit_coming', { visitor })
  return ok(standOf({ ...visit, revision: visit.revision + 1 }, moved.value.to, visit.dueAt))
}
