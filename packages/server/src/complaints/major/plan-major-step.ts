/** CMP-12: who leads, or coordinates, adds a step of the plan: who does it until when; nobody who must keep out. */
import type { planMajorStep as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { decideFree } from '@anpei/domain/complaints'
import { holds, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { peopleHolding } from '../people-holding.ts'
import { lockImpartially, lockToCoordinate } from '../work-on.ts'
import { majorBehind, saveMajor } from './major-case.ts'
import { newStepWriting } from './store-major.ts'

export async function planMajorStep(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const coordinates = holds(tx.actor, 'complaint.coordinate')
  const locked = coordinates
    ? await lockToCoordinate(tx, params.complaintId)
    : await lockImpartially(tx, params.complaintId, 'complaint.read')
  const found = await majorBehind(tx, locked)
  if (!found.ok) return found
  const { complaint, major } = found.value
  if (!coordinates && major.leaderId !== tx.actor.id) return refuse('complaint.major_not_yours')
  if (major.state !== 'declared' && major.state !== 'settled') return refuse('complaint.major_not_declared')
  const owner = (await peopleHolding(tx, 'complaint.read')).find((one) => one.id === body.ownerId)
  if (!owner) return refuse('complaint.major_person')
  const free = decideFree(owner, complaint)
  if (!free.ok) return free
  const { what, ownerId, dueOn } = body
  return saveMajor(tx, complaint, major.state, {
    event: { name: 'complaint.major_planned', facts: { ownerId, dueOn } },
    writings: [newStepWriting(tx, complaint, { id: newId(), what, ownerId, dueOn })],
  })
}
