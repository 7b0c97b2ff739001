/** Who goes out, their calendar, whom to send, and the areas of villages (SRV-09, CLM-02). */
import type {
  getVisitorCalendar as calendarRoute,
  listVillageAreas as areasRoute,
  listVisitChoices as choicesRoute,
  listVisitors as visitorsRoute,
} from '@anpei/contract/visits'
import type { Answer, Input } from '@anpei/contract/kernel'
import { addDays, dayOfInstant, ok, stateOf, type Day, type Decision } from '@anpei/domain/kernel'
import {
  decideSlot,
  halfWindow,
  NEARNESS,
  nearnessOf,
  rankVisitors,
  visitLifecycle,
  type Half,
} from '@anpei/domain/visits'
import type { Tx } from '../http/index.ts'
import { calendarsOf, clocksOf } from '../sla/index.ts'
import { safetyRules } from './shipped-data.ts'
import { villageAreas } from './store-areas.ts'
import { findVisit, type VisitRecord } from './store.ts'
import { absentDays, allVisitors, atScenes, bookedVisits, uncertifiedDays, type VisitorRow } from './store-visitors.ts'
import { hoursOf, visitorThen } from './visitor-then.ts'
import { warningsOn } from './warnings-of.ts'

const BOTH = ['am', 'pm'] as const

export async function listVisitors(tx: Tx): Promise<Decision<Answer<typeof visitorsRoute>>> {
  const [visitors, calendars] = await Promise.all([allVisitors(tx), calendarsOf(tx)])
  const today = dayOfInstant(tx.now)
  return ok({
    items: visitors.map((visitor) => ({
      staffId: visitor.staffId,
      name: visitor.name,
      active: visitor.active,
      baseVillage: visitor.baseVillage,
      baseVillageName: visitor.baseVillageName,
      villages: [...visitor.villages],
      calendarId: visitor.calendarId,
      halfDayCapacity: visitor.halfDayCapacity,
      cover: coverOf(visitor),
      safetyVersion: visitor.safetyVersion,
      safetyReadOn: visitor.safetyReadOn,
      coverWarnings: warningsOn(visitor, today),
      certified: visitor.able || !visitor.active,
    })),
    safety: { ...safetyRules() },
    calendars: calendars.lines.map(({ id, name }) => ({ id, name })),
  })
}

function coverOf({ coverInsurer, coverPolicyNo, coverFrom, coverTo }: VisitorRow) {
  if (coverPolicyNo === null || coverFrom === null || coverTo === null) return null
  return { insurer: coverInsurer ?? '', policyNo: coverPolicyNo, from: coverFrom, to: coverTo }
}

export async function getVisitorCalendar(
  tx: Tx,
  { query }: Input<typeof calendarRoute>,
): Promise<Decision<Answer<typeof calendarRoute>>> {
  const from = query.from ?? dayOfInstant(tx.now)
  const days = Array.from({ length: query.days }, (_, index) => addDays(from, index))
  const [all, calendars] = await Promise.all([allVisitors(tx), calendarsOf(tx)])
  const visitors = all.filter((one) => one.active)
  const ids = visitors.map((one) => one.staffId)
  const [booked, absent, uncertified] = await Promise.all([
    bookedVisits(tx, ids, from, addDays(from, query.days - 1)),
    absentDays(tx, ids, days),
    uncertifiedDays(tx, ids, days),
  ])
  const standingOf = (staffId: string, calendarId: string, day: Day, half: Half) => {
    if (absent.has(`${staffId}/${day}`)) return 'absent'
    if (uncertified.has(`${staffId}/${day}`)) return 'uncertified'
    return halfWindow(hoursOf(calendars, calendarId, day), half) ? 'open' : 'off'
  }
  return ok({
    from,
    days,
    visitors: visitors.map(({ staffId, name, halfDayCapacity, calendarId }) => ({
      staffId,
      name,
      capacity: halfDayCapacity,
      cells: days.flatMap((day) =>
        BOTH.map((half) => ({
          day,
          half,
          standing: standingOf(staffId, calendarId, day, half),
          visits: booked
            .filter((one) => one.visitorId === staffId && one.day === day && one.half === half)
            .map(({ id, kind, state, villageName }) => ({
              id,
              kind,
              state: stateOf(visitLifecycle, state),
              villageName,
            })),
        })),
      ),
    })),
  })
}

const HOUR_MS = 3_600_000

export async function listVisitChoices(
  tx: Tx,
  { params, query }: Input<typeof choicesRoute>,
): Promise<Decision<Answer<typeof choicesRoute>>> {
  const found = await findVisit(tx, params.visitId, 'visit.arrange')
  if (!found.ok) return found
  const visit = found.value
  const [all, clocks] = await Promise.all([allVisitors(tx), clocksOf(tx.db, tx.actor.tenantId, visit.id)])
  const due = clocks.find((one) => one.stoppedAt === null)?.dueAt ?? null
  const isScene = visit.kind === 'on_site'
  // A promise that broke names no hour any more.
  const at = isScene && due !== null && Date.parse(due) > Date.parse(tx.now) ? new Date(due).toISOString() : null
  const today = dayOfInstant(tx.now)
  const day = query.day ?? (isScene ? today : (visit.wishes[0]?.slice(0, 10) ?? today))
  return ok({ day, at, visitors: await choicesOf(tx, visit, all, day) })
}

/** To the scene one goes at once, at any hour: who is there that day and at no other scene. */
async function choicesOf(tx: Tx, visit: VisitRecord, all: readonly VisitorRow[], day: Day) {
  const at = visit.kind === 'on_site' ? new Date(Date.parse(tx.now) + HOUR_MS).toISOString() : null
  const able = all.filter((one) => one.able)
  const uncertified = await uncertifiedDays(
    tx,
    able.map((one) => one.staffId),
    [day],
  )
  const visitors = able.filter((one) => !uncertified.has(`${one.staffId}/${day}`))
  const ids = visitors.map((one) => one.staffId)
  const [calendars, visits, absent, scenes] = await Promise.all([
    calendarsOf(tx),
    bookedVisits(tx, ids, day, day),
    absentDays(tx, ids, [day]),
    atScenes(tx, ids),
  ])
  const candidates = visitors.map((visitor) => {
    const halves = BOTH.map((half) => {
      const then = visitorThen(visitor, { day, half }, calendars, { visits, absent, atScenes: scenes }, visit.id)
      const wish = { kind: visit.kind, day, half, at, now: tx.now, dueAt: null, puttingOff: false, visitor: then }
      // A video is asked for by its hour: here only whether the half-day is worked at all.
      const slot = visit.kind === 'video' ? decideSlot({ ...wish, kind: 'home' }) : decideSlot(wish)
      return { half, free: slot.ok ? Math.max(1, then.capacity - then.taken.length) : 0, note: noteOf(slot) }
    })
    const load = visits.filter((one) => one.visitorId === visitor.staffId).length
    const coverWarnings = visit.kind === 'video' ? [] : warningsOn(visitor, day)
    const covered = coverWarnings.length === 0
    return { ...visitor, halves, load, free: halves.some((one) => one.free > 0), coverWarnings, covered }
  })
  return rankVisitors(candidates, visit.villageCode).map((one) => ({
    visitorId: one.staffId,
    name: one.name,
    nearness: NEARNESS[nearnessOf(one, visit.villageCode)],
    load: one.load,
    free: one.free,
    halves: one.halves,
    coverWarnings: one.coverWarnings,
  }))
}

const NOTES: Readonly<Record<string, string>> = {
  'visit.visitor_absent': '请假',
  'visit.visitor_off': '不上班',
  'visit.visitor_full': '已满',
  'visit.slot_past': '已过',
}

function noteOf(slot: Decision<unknown>): string {
  return slot.ok ? '' : (NOTES[slot.code] ?? '')
}

export async function listVillageAreas(
  tx: Tx,
  { query }: Input<typeof areasRoute>,
): Promise<Decision<Answer<typeof areasRoute>>> {
  const items = await villageAreas(tx, dayOfInstant(tx.now), query.town ?? null)
  return ok({ items, known: items.filter((one) => one.area !== null).length, all: items.length })
}
