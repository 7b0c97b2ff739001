/** CMP-13: another person than who did it accepts the 整改 by its measured effect, or has it done again by a day. */
import type { judgeImprovement as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { decideEffectJudge, improvementLifecycle } from '@anpei/domain/complaints'
import { dayOfInstant, ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { improvementStand } from './improvement-stand.ts'
import { effectsOf } from './store-effects.ts'
import { settleImprovement } from './store-improvement-due.ts'
import { findImprovement, stepImprovement } from './store-improvements.ts'

export async function judgeImprovement(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const found = await findImprovement(tx, params.improvementId, 'complaint.improve', true)
  if (!found.ok) return found
  const improvement = found.value
  const { accept, judgement, dueOn } = body
  const step = transition(improvementLifecycle, accept ? 'accept' : 'again', improvement.state)
  if (!step.ok) return step
  const [last] = (await effectsOf(tx, [improvement.id])).filter((one) => one.round === improvement.round)
  const doers = [improvement.ownerId, improvement.doneBy]
  const fine = decideEffectJudge({ actorId: tx.actor.id, doers, accept, verdict: last?.verdict ?? null, judgement })
  if (!fine.ok) return fine
  const subject = { kind: 'improvement', id: improvement.id }
  const judged = { judged_by: tx.actor.id, judged_at: tx.now, judgement }
  if (accept) {
    await stepImprovement(tx, improvement.id, step.value, { ...judged, ended_at: tx.now })
    tx.record({ name: 'improvement.accepted', subject, facts: { verdict: last?.verdict ?? null } })
  } else {
    if (dueOn === null || dueOn <= dayOfInstant(tx.now)) return refuse('improvement.due_past')
    const anew = { round: improvement.round + 1, due_on: dueOn, done_by: null, done_on: null, done_at: null }
    await stepImprovement(tx, improvement.id, step.value, { ...judged, ...anew, measure_on: null })
    tx.record({ name: 'improvement.again', subject, facts: { dueOn } })
  }
  await settleImprovement(tx, improvement.id)
  return ok(improvementStand(improvement, step.value.to))
}
