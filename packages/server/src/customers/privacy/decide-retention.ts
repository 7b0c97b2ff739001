/** CUS-10: a second person approves a list of destruction, or does not; who proposed it never does. */
import type { decideRetention as route, RetentionRun } from '@anpei/contract/customers'
import type { Input } from '@anpei/contract/kernel'
import { retentionRunLifecycle } from '@anpei/domain/customers'
import { refuse, stateOf, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { DESTROY_TASK } from './retention-task.ts'
import { decideRun, findRun } from './store-retention.ts'
import { runView } from './views-retention.ts'

export async function decideRetention(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<RetentionRun>> {
  const run = await findRun(tx.db, tx.actor.tenantId, params.runId, true)
  if (!run) return refuse('request.not_found')
  if (run.proposed_by === tx.actor.id) return refuse('customers.retention_four_eyes')
  const state = stateOf(retentionRunLifecycle, run.state)
  const moved = transition(retentionRunLifecycle, body.approve ? 'approve' : 'reject', state)
  if (!moved.ok) return moved
  await decideRun(tx, run.id, moved.value, body.comment)
  tx.record({
    name: body.approve ? 'retention.approved' : 'retention.rejected',
    subject: { kind: 'retention_run', id: run.id },
    facts: { runNo: run.run_no, count: run.item_count },
  })
  if (body.approve) tx.enqueue({ task: DESTROY_TASK, payload: { runId: run.id }, key: `destroy:${run.id}` })
  return runView(tx, run.id)
}
