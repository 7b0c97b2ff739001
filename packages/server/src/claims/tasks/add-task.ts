/** CLM-15: a task of the case with its own due; investigating is never a ground to stop a legal clock. */
import type { addTask as route, ClaimStand } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { mayAct } from '@anpei/domain/claims'
import { addDays, dayOfInstant, ok, refuse, startOfDay, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { reporterOf } from '../assessment/judge-locked.ts'
import { settleClaim } from '../settle-clocks.ts'
import { lockClaim } from '../store-claims.ts'
import { insertTask, isStaff } from './store-tasks.ts'

export async function addTask(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<ClaimStand>> {
  const locked = await lockClaim(tx, params.claimId, 'claim.investigate')
  if (!locked.ok) return locked
  const claim = locked.value
  const possible = mayAct('addTask', claim, tx.actor, reporterOf(tx, claim))
  if (!possible.ok) return possible
  if (body.dueOn && body.dueOn < dayOfInstant(tx.now)) return refuse('task.due_in_past', { dueOn: body.dueOn })
  if (body.ownerId && !(await isStaff(tx.db, tx.actor.tenantId, body.ownerId))) return refuse('task.owner_unknown')
  const id = newId()
  await insertTask(tx.db, tx.actor.tenantId, tx.now, {
    id,
    claimId: claim.id,
    kind: body.kind,
    title: body.title,
    ownerId: body.ownerId ?? claim.ownerId ?? tx.actor.id,
    dueAt: body.dueOn ? startOfDay(addDays(body.dueOn, 1)) : null,
    madeBy: tx.actor.id,
  })
  tx.record({
    name: 'claim.task_opened',
    subject: { kind: 'claim', id: claim.id },
    personId: claim.personId,
    facts: { taskId: id, kind: body.kind },
  })
  return ok(await settleClaim(tx, claim, {}))
}
