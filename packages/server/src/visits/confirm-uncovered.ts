/** SRV-09: a lead, who is not the visitor, lets somebody go without a valid cover or the safety rules in force. */
import type { confirmUncovered as route, VisitStand } from '@anpei/contract/visits'
import type { Input } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import { decideException } from '@anpei/domain/visits'
import type { Tx } from '../http/index.ts'
import { standOf } from './stand.ts'
import { lockVisit, saveVisit } from './store.ts'
import { warningsOf } from './warnings-of.ts'

export async function confirmUncovered(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<VisitStand>> {
  const locked = await lockVisit(tx, params.visitId, 'visit.lead')
  if (!locked.ok) return locked
  const visit = locked.value
  const warnings = await warningsOf(tx, visit)
  const decided = decideException(warnings, visit.visitorId, tx.actor.id)
  if (!decided.ok) return decided
  await saveVisit(tx, visit.id, { uncoveredBy: tx.actor.id })
  tx.record({
    name: 'visit.exception_confirmed',
    subject: { kind: 'visit', id: visit.id },
    personId: visit.personId,
    facts: { visitorId: visit.visitorId, warnings },
    reason: body.reason,
  })
  return ok(standOf({ ...visit, revision: visit.revision + 1 }, visit.state, visit.dueAt))
}
