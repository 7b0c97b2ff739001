/**
 * SRV-09: a place with a visitor, taken with the visitor's row locked: of two at once one gets it, the other is told
 * plainly that it is taken. Used by agreeing and by putting off.
 */
import type { agreeVisit as route } from '@anpei/contract/visits'
import type { Input } from '@anpei/contract/kernel'
import { dayOfInstant, refuse, type Decision, type Instant } from '@anpei/domain/kernel'
import { decidePlace, decideSlot, halfOf, type Slot } from '@anpei/domain/visits'
import type { Tx } from '../http/index.ts'
import { certifiedFor } from '../identity/index.ts'
import { calendarsOf, clocksOf } from '../sla/index.ts'
import type { VisitRecord, VisitTold } from './store.ts'
import { absentDays, atScenes, bookedVisits, lockVisitor } from './store-visitors.ts'
import { visitorThen } from './visitor-then.ts'

type Booking = Input<typeof route>['body']
export type BookedSlot = {
  readonly slot: Slot
  readonly visitorName: string
  readonly dueAt: Instant | null
  /** With the address told now, where there is one. */
  readonly told: VisitTold
}

/** The promises that bound the visit itself, not the call before it. */
const VISIT_CLOCKS: readonly string[] = ['T07', 'T13', 'T14']

export async function bookSlot(
  tx: Tx,
  visit: VisitRecord,
  booking: Booking,
  puttingOff: boolean,
): Promise<Decision<BookedSlot>> {
  const told = { ...visit.told, address: booking.address || visit.told.address }
  const place = decidePlace({ kind: visit.kind, address: told.address, villageCode: visit.villageCode })
  if (!place.ok) return place
  const visitor = await lockVisitor(tx, booking.visitorId)
  if (!visitor) return refuse('visit.visitor_unknown')
  const { staffId } = visitor
  const at = booking.at
  const [day, half] = at === null ? [booking.day, booking.half] : [dayOfInstant(at), halfOf(at)]
  const certified = await certifiedFor(tx, staffId, 'visit.make', day)
  if (!certified.ok) return certified
  const [calendars, clocks, visits, absent, scenes] = await Promise.all([
    calendarsOf(tx),
    clocksOf(tx.db, tx.actor.tenantId, visit.id),
    bookedVisits(tx, [staffId], day, day),
    absentDays(tx, [staffId], [day]),
    atScenes(tx, [staffId]),
  ])
  const dueAt = clocks.find((one) => VISIT_CLOCKS.includes(one.clockId) && one.stoppedAt === null)?.dueAt ?? null
  const slot = decideSlot({
    kind: visit.kind,
    day,
    half,
    at,
    now: tx.now,
    dueAt,
    puttingOff,
    visitor: visitorThen(visitor, { day, half }, calendars, { visits, absent, atScenes: scenes }, visit.id),
  })
  return slot.ok ? { ok: true, value: { slot: slot.value, visitorName: visitor.name, dueAt, told } } : slot
}
