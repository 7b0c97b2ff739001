/** CMP-12: lifted, or kept, by another person than who asked. */
import type { judgeMajorLift as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { decideLift } from '@anpei/domain/complaints'
import type { Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { prioritise } from '../../programme/index.ts'
import { lockImpartially } from '../work-on.ts'
import { majorBehind, saveMajor } from './major-case.ts'
import { majorMoveWriting } from './store-major.ts'

export async function judgeMajorLift(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const found = await majorBehind(tx, await lockImpartially(tx, params.complaintId, 'complaint.approve'))
  if (!found.ok) return found
  const { complaint, major } = found.value
  const step = decideLift(major.state, body.lift, { judgeId: tx.actor.id, askedBy: major.liftAskedBy })
  if (!step.ok) return step
  const { urgency, severity, cause, legalImpact, regulatoryImpact } = complaint
  const traits = { urgency, severity, cause: cause ?? '', major: !body.lift, legalImpact, regulatoryImpact }
  const { priority } = await prioritise(tx.db, tx.actor.tenantId, traits)
  return saveMajor(tx, complaint, step.value.to, {
    event: { name: body.lift ? 'complaint.major_lifted' : 'complaint.major_kept' },
    change: { major: !body.lift, priority },
    writings: [majorMoveWriting(tx, complaint, major, step.value, { answer: body.answer })],
  })
}
