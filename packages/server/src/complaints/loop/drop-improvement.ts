/** CMP-13: a 整改 nobody needs any more ends with a reason; its complaints may open another. */
import type { dropImprovement as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { improvementLifecycle } from '@anpei/domain/complaints'
import { ok, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { improvementStand } from './improvement-stand.ts'
import { leaveImprovement } from './store-causes.ts'
import { settleImprovement } from './store-improvement-due.ts'
import { findImprovement, stepImprovement } from './store-improvements.ts'

export async function dropImprovement(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const found = await findImprovement(tx, params.improvementId, 'complaint.coordinate', true)
  if (!found.ok) return found
  const improvement = found.value
  const step = transition(improvementLifecycle, 'drop', improvement.state)
  if (!step.ok) return step
  await stepImprovement(tx, improvement.id, step.value, { ended_at: tx.now, judgement: body.reason })
  await leaveImprovement(tx, improvement.id)
  tx.record({
    name: 'improvement.dropped',
    subject: { kind: 'improvement', id: improvement.id },
    reason: body.reason,
  })
  await settleImprovement(tx, improvement.id)
  return ok(improvementStand(improvement, step.value.to))
}
