/** CMP-12: asked to be lifted, with a reason, when the plan is done and the final report given. */
import type { askMajorLift as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { decideAskLift } from '@anpei/domain/complaints'
import type { Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { lockToCoordinate } from '../work-on.ts'
import { majorBehind, saveMajor } from './major-case.ts'
import { majorMoveWriting, reportsOf, stepsOf } from './store-major.ts'

export async function askMajorLift(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const found = await majorBehind(tx, await lockToCoordinate(tx, params.complaintId))
  if (!found.ok) return found
  const { complaint, major } = found.value
  const [steps, reports] = await Promise.all([stepsOf(tx, complaint), reportsOf(tx, complaint)])
  const openSteps = steps.filter((one) => one.doneAt === null).length
  const step = decideAskLift({ state: major.state, openSteps, given: reports.map((one) => one.kind) })
  if (!step.ok) return step
  return saveMajor(tx, complaint, step.value.to, {
    event: { name: 'complaint.major_lift_asked' },
    writings: [majorMoveWriting(tx, complaint, major, step.value, { liftReason: body.reason })],
  })
}
