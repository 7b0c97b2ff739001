/** CMP-12: what happened on site is over: no more follow-ups, the final report is due. */
import type { settleMajor as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { majorLifecycle } from '@anpei/domain/complaints'
import { holds, refuse, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { lockImpartially } from '../work-on.ts'
import { majorBehind, saveMajor } from './major-case.ts'
import { majorMoveWriting } from './store-major.ts'

export async function settleMajor(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const found = await majorBehind(tx, await lockImpartially(tx, params.complaintId, 'complaint.read'))
  if (!found.ok) return found
  const { complaint, major } = found.value
  const step = transition(majorLifecycle, 'settle', major.state)
  if (!step.ok) return step
  if (major.leaderId !== tx.actor.id && !holds(tx.actor, 'complaint.coordinate'))
    return refuse('complaint.major_not_yours')
  return saveMajor(tx, complaint, step.value.to, {
    event: { name: 'complaint.major_settled' },
    writings: [majorMoveWriting(tx, complaint, major, step.value, { settled: body.result })],
  })
}
