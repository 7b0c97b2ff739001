/** CLM-15: a task ends with what was found and what it cost; findings may speak of health and are sealed. */
import type { ClaimStand, endTask as route } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { mayAct, taskLifecycle } from '@anpei/domain/claims'
import { ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { finishLetterNotices } from '../../notifications/index.ts'
import { reporterOf } from '../assessment/judge-locked.ts'
import { beginNextTasks } from './next-tasks.ts'
import { settleClaim } from '../settle-clocks.ts'
import { lockClaim } from '../store-claims.ts'
import { endAuthorityRequests } from '../papers/store-authority.ts'
import { endTaskRow, findTask } from './store-tasks.ts'
import { isTellingTask } from '../telling/telling-tasks.ts'

export async function endTask(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<ClaimStand>> {
  const { tenantId } = tx.actor
  const task = await findTask(tx.db, tenantId, params.taskId)
  if (!task) return refuse('request.not_found')
  const locked = await lockClaim(tx, task.claimId, 'claim.investigate')
  if (!locked.ok) return locked
  const claim = locked.value
  const possible = mayAct('endTask', claim, tx.actor, reporterOf(tx, claim))
  if (!possible.ok) return possible
  const step = transition(taskLifecycle, body.outcome === 'done' ? 'finish' : 'drop', task.state)
  if (!step.ok) return step
  if (body.findings === '') return refuse('task.findings_missing')
  const salt = tx.vault.newSalt()
  await endTaskRow(tx.db, tenantId, tx.now, task.id, step.value, {
    salt,
    sealed: tx.vault.seal(salt, body.findings),
    costFen: BigInt(body.costFen),
  })
  if (task.kind === 'authority') await endAuthorityRequests(tx.db, tenantId, tx.now, [task.id])
  await beginNextTasks(tx, claim)
  if (isTellingTask(task.kind) && task.kind !== 'anxious_update' && body.outcome === 'done')
    await finishLetterNotices(tx, claim.id)
  tx.record({
    name: 'claim.task_ended',
    subject: { kind: 'claim', id: claim.id },
    personId: claim.personId,
    facts: { taskId: task.id, kind: task.kind, outcome: body.outcome, costFen: body.costFen },
  })
  return ok(await settleClaim(tx, claim, {}))
}
