/** CMP-13: a 整改 is given to its owner with a day; its promise runs from then on. Given to another, it runs anew. */
import type { assignImprovement as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { decideOwner, improvementLifecycle } from '@anpei/domain/complaints'
import { dayOfInstant, ok, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { improvementStand } from './improvement-stand.ts'
import { ownersOf } from './owner-of.ts'
import { settleImprovement } from './store-improvement-due.ts'
import { casesBehind, findImprovement, stepImprovement } from './store-improvements.ts'

export async function assignImprovement(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const found = await findImprovement(tx, params.improvementId, 'complaint.coordinate', true)
  if (!found.ok) return found
  const improvement = found.value
  const step = transition(improvementLifecycle, 'assign', improvement.state)
  if (!step.ok) return step
  const [[owner], cases] = await Promise.all([ownersOf(tx, body.ownerId), casesBehind(tx, improvement.id)])
  const fine = decideOwner(owner, cases, { dueOn: body.dueOn, today: dayOfInstant(tx.now) })
  if (!fine.ok) return fine
  await stepImprovement(tx, improvement.id, step.value, {
    owner_id: body.ownerId,
    due_on: body.dueOn,
    assigned_by: tx.actor.id,
    assigned_at: tx.now,
  })
  tx.record({
    name: improvement.state === 'proposed' ? 'improvement.assigned' : 'improvement.reassigned',
    subject: { kind: 'improvement', id: improvement.id },
    facts: { dueOn: body.dueOn, ownerId: body.ownerId },
  })
  await settleImprovement(tx, improvement.id)
  return ok(improvementStand(improvement, step.value.to))
}
