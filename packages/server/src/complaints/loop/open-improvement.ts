/**
 * CMP-13: a 整改 is proposed from a complaint whose cause is named, for that place, with owner and day. Of a complaint
 * about colleagues it is kept from these colleagues, as the complaint is (CMP-05).
 */
import type { openImprovement as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { decideOwner, improvementLifecycle } from '@anpei/domain/complaints'
import { dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { tellLive, type Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { lockImpartially } from '../work-on.ts'
import { improvementStand } from './improvement-stand.ts'
import { ownersOf } from './owner-of.ts'
import { sealWhatCame } from './seal-what-came.ts'
import { causeOf, joinCause } from './store-causes.ts'
import { insertImprovement } from './store-improvements.ts'

export async function openImprovement(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const locked = await lockImpartially(tx, params.complaintId, 'complaint.improve')
  if (!locked.ok) return locked
  const complaint = locked.value
  const [cause, [owner]] = await Promise.all([causeOf(tx, complaint), ownersOf(tx, body.ownerId)])
  if (!cause) return refuse('improvement.cause_first')
  if (cause.improvementId !== null) return refuse('improvement.joined_already')
  const today = dayOfInstant(tx.now)
  const fine = decideOwner(owner, [complaint], { dueOn: body.dueOn, today })
  if (!fine.ok) return fine
  const { title, plan, ownerId, dueOn, windowDays } = body
  const made = {
    id: newId(),
    improvementNo: await tx.app.numbers.draw(tx.db, 'improvement', tx.now),
    title,
    plan,
    ownerId,
    dueOn,
    windowDays,
    step: cause.step,
    rootCause: cause.rootCause,
    programmeId: body.allProgrammes ? null : cause.programmeId,
    institutionId: body.allInstitutions ? null : cause.institutionId,
    proposedOn: today,
  }
  await insertImprovement(tx, made)
  await joinCause(tx, complaint.id, made.id)
  const { id, improvementNo } = made
  tx.record({ name: 'improvement.proposed', subject: { kind: 'improvement', id }, facts: { improvementNo } })
  tx.record({
    name: 'complaint.improvement_joined',
    subject: { kind: 'complaint', id: complaint.id },
    personId: complaint.personId,
    facts: { improvementNo, improvementId: id },
  })
  await sealWhatCame(tx, complaint)
  tellLive(tx, 'complaints', null)
  return ok(improvementStand(made, improvementLifecycle.initial))
}
