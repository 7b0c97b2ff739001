/** SRV-05, SRV-09, T06: a time and a visitor are agreed, and the customer is told who comes and when. */
import type { agreeVisit as route } from '@anpei/contract/visits'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, transition, type Decision } from '@anpei/domain/kernel'
import { visitLifecycle } from '@anpei/domain/visits'
import type { Tx } from '../http/index.ts'
import { bookSlot } from './book-slot.ts'
import { recordVisit } from './record-visit.ts'
import { settleVisit } from './settle-visit.ts'
import { standOf } from './stand.ts'
import { lockVisit, saveVisit } from './store.ts'
import { tellVisit, whenOf } from './tell-visit.ts'

export async function agreeVisit(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const locked = await lockVisit(tx, params.visitId, 'visit.arrange')
  if (!locked.ok) return locked
  const visit = locked.value
  const moved = transition(visitLifecycle, 'agree', visit.state)
  if (!moved.ok) return moved
  const booked = await bookSlot(tx, visit, body, false)
  if (!booked.ok) return booked
  const { slot, visitorName, told: toldNow } = booked.value
  await saveVisit(tx, visit.id, {
    transition: moved.value,
    visitorId: body.visitorId,
    slot,
    uncoveredBy: null,
    told: toldNow,
  })
  recordVisit(tx, visit, 'agreed', {
    facts: { visitorId: body.visitorId, day: slot.on, half: slot.half, from: slot.from, to: slot.to },
  })
  const { dueAt } = await settleVisit(tx, visit.id)
  const when = whenOf(visit, slot)
  const told = await tellVisit(tx, visit, 'visit_agreed', { when, visitor: visitorName })
  return ok({ ...standOf({ ...visit, revision: visit.revision + 1 }, moved.value.to, dueAt), when, told })
}
