/** CMP-13: the cause of a complaint is laid to the exact step, product and office, by somebody without a part in it. */
import type { nameRootCause as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { complaintLifecycle, LOOP_STEPS, ROOT_CAUSES } from '@anpei/domain/complaints'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { tellLive, type Tx } from '../../http/index.ts'
import { lockImpartially } from '../work-on.ts'
import { causeOf, isPlaceKnown, saveCause } from './store-causes.ts'

export async function nameRootCause(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const locked = await lockImpartially(tx, params.complaintId, 'complaint.improve')
  if (!locked.ok) return locked
  const complaint = locked.value
  const { state } = complaint
  if (state === 'merged' || state === 'redirected') {
    const { zh } = complaintLifecycle.states[state]
    return refuse('lifecycle.not_possible', { case: complaintLifecycle.zh, state: zh, act: '定根因' })
  }
  const [known, before] = await Promise.all([isPlaceKnown(tx, body), causeOf(tx, complaint)])
  if (!known) return refuse('request.not_found')
  const moved = before?.improvementId != null && (before.step !== body.step || before.rootCause !== body.rootCause)
  if (moved) return refuse('improvement.joined_already')
  await saveCause(tx, complaint, body, body.why)
  tx.record({
    name: 'complaint.cause_named',
    subject: { kind: 'complaint', id: complaint.id },
    personId: complaint.personId,
    facts: {
      step: body.step,
      rootCause: body.rootCause,
      stepWord: LOOP_STEPS[body.step].zh,
      causeWord: ROOT_CAUSES[body.rootCause].zh,
    },
  })
  tellLive(tx, 'complaints', null)
  return ok({ complaintId: complaint.id })
}
