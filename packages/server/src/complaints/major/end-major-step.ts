/** CMP-12: a step of the plan is done; its owner, who leads, or who coordinates says so, with what came of it. */
import type { endMajorStep as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { holds, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { lockImpartially } from '../work-on.ts'
import { majorBehind, saveMajor } from './major-case.ts'
import { stepEndWriting, stepsOf } from './store-major.ts'

export async function endMajorStep(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const found = await majorBehind(tx, await lockImpartially(tx, params.complaintId, 'complaint.read'))
  if (!found.ok) return found
  const { complaint, major } = found.value
  const step = (await stepsOf(tx, complaint)).find((one) => one.id === params.stepId && one.doneAt === null)
  if (!step) return refuse('request.not_found')
  const mine = step.ownerId === tx.actor.id || major.leaderId === tx.actor.id
  if (!mine && !holds(tx.actor, 'complaint.coordinate')) return refuse('complaint.major_not_yours')
  return saveMajor(tx, complaint, major.state, {
    event: { name: 'complaint.major_step_done', facts: { ownerId: step.ownerId } },
    writings: [stepEndWriting(tx, complaint, step, body.result)],
  })
}
