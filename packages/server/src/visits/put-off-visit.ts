/**
 * SRV-05, CLM-02, T07, T13, T14: later only after telling why before it is due: the reason and the new time are written
 * down and a notice leaves in the same step, so that nobody is put off unheard.
 */
import type { putOffVisit as route } from '@anpei/contract/visits'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, transition, type Decision } from '@anpei/domain/kernel'
import { decidePutOff, PUT_OFF_REASONS, visitLifecycle } from '@anpei/domain/visits'
import type { Tx } from '../http/index.ts'
import { bookSlot } from './book-slot.ts'
import { recordVisit } from './record-visit.ts'
import { settleVisit } from './settle-visit.ts'
import { standOf } from './stand.ts'
import { lockVisit, saveVisit } from './store.ts'
import { tellVisit, whenOf } from './tell-visit.ts'

export async function putOffVisit(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const locked = await lockVisit(tx, params.visitId, 'visit.arrange')
  if (!locked.ok) return locked
  const visit = locked.value
  const moved = transition(visitLifecycle, 'putOff', visit.state)
  if (!moved.ok) return moved
  const booked = await bookSlot(tx, visit, body, true)
  if (!booked.ok) return booked
  const { slot, dueAt: due, told: toldNow } = booked.value
  const { reason, note } = body
  const decided = decidePutOff({ reason, note, before: visit.slotTo, newTo: slot.to, dueAt: due, now: tx.now })
  if (!decided.ok) return decided
  await saveVisit(tx, visit.id, {
    transition: moved.value,
    visitorId: body.visitorId,
    slot,
    uncoveredBy: null,
    setOutAt: null,
    told: toldNow,
  })
  const facts = { visitorId: body.visitorId, day: slot.on, half: slot.half, from: slot.from, to: slot.to }
  // A first time agreed this way is agreed nonetheless (T06).
  if (visit.slotOn === null) recordVisit(tx, visit, 'agreed', { facts })
  recordVisit(tx, visit, 'put_off', {
    facts: { ...facts, newTime: slot.to, reason, inTime: decided.value.inTime },
    ...(note ? { reason: note } : {}),
  })
  const { dueAt } = await settleVisit(tx, visit.id)
  const when = whenOf(visit, slot)
  const why = reason === 'other' ? note : PUT_OFF_REASONS[reason]
  const told = await tellVisit(tx, visit, 'visit_put_off', { when, why })
  const stand = standOf({ ...visit, revision: visit.revision + 1 }, moved.value.to, dueAt)
  return ok({ ...stand, when, told, inTime: decided.value.inTime })
}
