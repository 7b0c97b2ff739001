/**
 * NTF-03: the liaison or the owner says what became of a letter, a visit or a daily call. Who was told in person has
 * been reached by every notice of the case that waited for it; who was not found leaves them failed, to be seen.
 */
import type { ClaimStand, finishVisit as route } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { mayAct, taskLifecycle } from '@anpei/domain/claims'
import { ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { finishLetterNotices } from '../../notifications/index.ts'
import { reporterOf } from '../assessment/judge-locked.ts'
import { settleClaim } from '../settle-clocks.ts'
import { lockClaim } from '../store-claims.ts'
import { endTaskRow, findTask } from '../tasks/store-tasks.ts'
import { isTellingTask } from './telling-tasks.ts'

export async function finishVisit(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<ClaimStand>> {
  const { tenantId } = tx.actor
  const task = await findTask(tx.db, tenantId, params.taskId)
  if (!task || !isTellingTask(task.kind)) return refuse('request.not_found')
  const locked = await lockClaim(tx, task.claimId, 'claim.collect')
  if (!locked.ok) return locked
  const claim = locked.value
  const possible = mayAct('finishVisit', claim, tx.actor, reporterOf(tx, claim))
  if (!possible.ok) return possible
  const step = transition(taskLifecycle, 'finish', task.state)
  if (!step.ok) return step
  const salt = tx.vault.newSalt()
  const sealed = tx.vault.seal(salt, body.findings)
  await endTaskRow(tx.db, tenantId, tx.now, task.id, step.value, { salt, sealed, costFen: BigInt(body.costFen) })
  if (task.kind !== 'anxious_update') await finishLetterNotices(tx, claim.id, body.reached, body.findings)
  tx.record({
    name: 'claim.task_ended',
    subject: { kind: 'claim', id: claim.id },
    personId: claim.personId,
    facts: { taskId: task.id, kind: task.kind, outcome: body.reached ? 'done' : 'not_reached', costFen: body.costFen },
  })
  return ok(await settleClaim(tx, claim, {}))
}
