/** CMP-13: a complaint with the same cause at the same step joins the 整改 that is under way. */
import type { joinImprovement as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { decideOwner, improvementLifecycle } from '@anpei/domain/complaints'
import { addDays, dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { tellLive, type Tx } from '../../http/index.ts'
import { lockImpartially } from '../work-on.ts'
import { improvementStand } from './improvement-stand.ts'
import { ownersOf } from './owner-of.ts'
import { sealWhatCame } from './seal-what-came.ts'
import { causeOf, joinCause } from './store-causes.ts'
import { findImprovement } from './store-improvements.ts'

export async function joinImprovement(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const locked = await lockImpartially(tx, params.complaintId, 'complaint.improve')
  if (!locked.ok) return locked
  const complaint = locked.value
  const [cause, found] = await Promise.all([
    causeOf(tx, complaint),
    findImprovement(tx, body.improvementId, 'complaint.improve', true),
  ])
  if (!found.ok) return found
  const improvement = found.value
  if (!cause) return refuse('improvement.cause_first')
  if (cause.improvementId !== null) return refuse('improvement.joined_already')
  if (cause.step !== improvement.step || cause.rootCause !== improvement.rootCause)
    return refuse('improvement.other_place')
  const { phase, zh } = improvementLifecycle.states[improvement.state]
  if (phase === 'ended')
    return refuse('lifecycle.not_possible', { case: improvementLifecycle.zh, state: zh, act: '并入' })
  const [owner] = await ownersOf(tx, improvement.ownerId)
  const today = dayOfInstant(tx.now)
  const fine = decideOwner(owner, [complaint], { dueOn: addDays(today, 1), today })
  if (!fine.ok) return fine
  await joinCause(tx, complaint.id, improvement.id)
  tx.record({
    name: 'complaint.improvement_joined',
    subject: { kind: 'complaint', id: complaint.id },
    personId: complaint.personId,
    facts: { improvementNo: improvement.improvementNo, improvementId: improvement.id },
  })
  await sealWhatCame(tx, complaint)
  tellLive(tx, 'complaints', null)
  return ok(improvementStand(improvement, improvement.state))
}
