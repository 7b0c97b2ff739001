/** The list of visits, one visit, its pictures, and the route of a day (SRV-09). */
import type {
  getVisit as getRoute,
  getVisitFile as fileRoute,
  getVisitRoute as dayRoute,
  listVisits as listRoute,
  VisitView,
} from '@anpei/contract/visits'
import type { Answer, Input } from '@anpei/contract/kernel'
import { dayOfInstant, holds, isDay, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { RECORD_STANDINGS, routeOrder, VISIT_RESULTS, visitCan, type Wish } from '@anpei/domain/visits'
import { sql } from 'kysely'
import { careOf } from '../customers/index.ts'
import { findFile, openFile, papersOf } from '../documents/index.ts'
import { eventsOf } from '../events/index.ts'
import type { FileAnswer, Tx } from '../http/index.ts'
import { countUpTo, cursorOf, readCursor, staffNames, toldTotal } from '../identity/index.ts'
import { itemsOf } from './item-view.ts'
import { checklistOf, safetyRules } from './shipped-data.ts'
import { recordsOf, withBeside, type RecordRow } from './store-records.ts'
import { findVisit, visitScope, visitsWhere, type VisitRecord } from './store.ts'
import { findVisitor, visitorAway } from './store-visitors.ts'
import { warningsOf } from './warnings-of.ts'

/** SRV-09: what breaks first, by the promise or else by the hour agreed; what can break no more last, newest first. */
const BREAKS_AT = sql`coalesce(v.due_at, case when v.ended_at is null then v.slot_from end, 'infinity'::timestamptz)`
const ORDERS = {
  due: {
    order: sql`${BREAKS_AT}, v.id desc`,
    beyond: (at: string, id: string) => sql`${BREAKS_AT} >= ${at}::timestamptz
      and (${BREAKS_AT} > ${at}::timestamptz or v.id < ${id}::uuid)`,
    keyOf: ({ dueAt, endedAt, slotFrom }: VisitRecord) => dueAt ?? (endedAt === null ? slotFrom : null) ?? 'infinity',
  },
  newest: {
    order: sql`v.requested_at desc, v.id desc`,
    beyond: (at: string, id: string) => sql`(v.requested_at, v.id) < (${at}::timestamptz, ${id}::uuid)`,
    keyOf: ({ requestedAt }: VisitRecord) => requestedAt,
  },
} as const

export async function listVisits(
  tx: Tx,
  { query }: Input<typeof listRoute>,
): Promise<Decision<Answer<typeof listRoute>>> {
  const place = readCursor(query.cursor, 2)
  if (query.cursor && !place) return refuse('request.malformed')
  const { order, beyond, keyOf } = ORDERS[query.sort]
  const asked = sql`${visitScope(tx.actor, 'visit.read')}
    and ${query.state ? sql`v.state = ${query.state}` : sql`true`}
    and ${query.kind ? sql`v.kind = ${query.kind}` : sql`true`}
    and ${query.visitNo ? sql`v.visit_no = ${query.visitNo.trim().toUpperCase()}` : sql`true`}
    and ${query.personId ? sql`v.person_id = ${query.personId}` : sql`true`}
    and ${query.away ? visitorAway(tx) : sql`true`}
    and ${query.beside ? withBeside(tx) : sql`true`}
    and ${query.subjectId ? sql`v.subject_id = any(${query.subjectId.split(',')}::uuid[])` : sql`true`}`
  const rest = place ? beyond(place[0] ?? '', place[1] ?? '') : sql`true`
  const [found, total] = await Promise.all([
    visitsWhere(tx, sql`${asked} and ${rest} order by ${order} limit ${query.limit + 1}`),
    place ? null : countUpTo(tx.db, sql`select 1 from visit v where v.tenant_id = ${tx.actor.tenantId} and ${asked}`),
  ])
  const shown = found.slice(0, query.limit)
  const last = shown.at(-1)
  return ok({
    items: await itemsOf(tx, shown),
    nextCursor: found.length > query.limit && last ? cursorOf([keyOf(last), last.id]) : null,
    ...toldTotal(total),
  })
}

export async function getVisit(tx: Tx, { params }: Input<typeof getRoute>): Promise<Decision<VisitView>> {
  const found = await findVisit(tx, params.visitId, 'visit.read')
  if (!found.ok) return found
  const visit = found.value
  const { tenantId } = tx.actor
  const [[item], records, papers, events, warnings, care] = await Promise.all([
    itemsOf(tx, [visit]),
    recordsOf(tx, visit.id),
    papersOf(tx.db, tenantId, [visit.id], null),
    eventsOf(tx.db, tenantId, visit.id),
    warningsOf(tx, visit),
    careOf(tx, visit.personId ? [visit.personId] : []),
  ])
  if (!item) throw new Error('a visit that cannot be shown')
  const names = await staffNames(tx.db, tenantId, [
    ...records.map((one) => one.madeBy),
    ...(visit.uncoveredBy ? [visit.uncoveredBy] : []),
    ...events.flatMap((event) => (event.actorKind === 'staff' ? (event.actorId ?? []) : [])),
  ])
  const list = checklistOf(visit.kind)
  const { subjectKind, subjectId, told } = visit
  return ok({
    ...item,
    personId: visit.personId,
    careHints: [...(care.get(visit.personId ?? '')?.steering.hints ?? [])],
    address: told.address,
    why: told.why,
    channel: visit.channel,
    subject: subjectKind && subjectId ? { kind: subjectKind, id: subjectId } : null,
    eligibleBy: [...visit.eligibleBy],
    wishes: visit.wishes.flatMap((text) => wishOf(text) ?? []),
    area: visit.area,
    areaKnown: visit.areaKnown,
    visitorId: visit.visitorId,
    slotFrom: visit.slotFrom,
    slotTo: visit.slotTo,
    setOutAt: visit.setOutAt,
    arrivedAt: visit.arrivedAt,
    arrivalProof: [...visit.arrivalProof],
    coverWarnings: warnings,
    coverConfirmedBy: visit.uncoveredBy ? (names.get(visit.uncoveredBy) ?? '同事') : null,
    checklist: { version: list.version, items: [...list.items] },
    records: records.map((record) => recordView(record, names.get(record.madeBy) ?? '同事', list.items)),
    papers: papers.map(({ id, code, title, receivedAt, files }) => ({
      id,
      code,
      title,
      receivedAt,
      files: files.map((file) => ({ id: file.id, mediaType: file.mediaType, bytes: file.bytes })),
    })),
    timeline: events.map((event) => ({
      id: event.id,
      at: event.at,
      title: tx.app.eventTitle(event.name, event.facts),
      by: event.actorKind === 'staff' ? (names.get(event.actorId ?? '') ?? '同事') : byOf(event.actorKind),
      reason: event.reason,
    })),
    can: visitCan({
      kind: visit.kind,
      state: visit.state,
      isVisitor: visit.visitorId === tx.actor.id,
      mayArrange: holds(tx.actor, 'visit.arrange'),
      mayMake: holds(tx.actor, 'visit.make'),
      mayLead: holds(tx.actor, 'visit.lead'),
      mayReveal: holds(tx.actor, 'person.reveal'),
      uncovered: warnings.length > 0 && visit.uncoveredBy === null,
      beside: records.some((record) => record.standing === 'beside'),
    }),
  })
}

function byOf(actorKind: string): string {
  return actorKind === 'customer' ? '客户' : '系统'
}

function wishOf(text: string): Wish | undefined {
  const [day = '', half = ''] = text.split('/')
  return isDay(day) && (half === 'am' || half === 'pm') ? { day, half } : undefined
}

function recordView(record: RecordRow, by: string, items: readonly { code: string; text: string }[]) {
  const { madeBy: _madeBy, witnesses, ...rest } = record
  return {
    ...rest,
    witnesses: [...witnesses],
    by,
    standingWord: RECORD_STANDINGS[record.standing],
    resultWord: VISIT_RESULTS[record.result],
    points: items.flatMap(({ code, text }) => {
      const answer = record.answers[code]
      return answer ? [{ text, answer }] : []
    }),
  }
}

export async function getVisitFile(tx: Tx, { params }: Input<typeof fileRoute>): Promise<Decision<FileAnswer>> {
  const [visit, file] = await Promise.all([
    findVisit(tx, params.visitId, 'visit.read'),
    findFile(tx.db, tx.actor.tenantId, params.fileId),
  ])
  if (!visit.ok) return visit
  if (file?.subjectKind !== 'visit' || file.subjectId !== visit.value.id) return refuse('request.not_found')
  return ok(await openFile(tx, file, false))
}

export async function getVisitRoute(
  tx: Tx,
  { query }: Input<typeof dayRoute>,
): Promise<Decision<Answer<typeof dayRoute>>> {
  const day = query.day ?? dayOfInstant(tx.now)
  const visitorId = query.visitorId ?? tx.actor.id
  const [visitor, visits] = await Promise.all([
    findVisitor(tx, visitorId),
    visitsWhere(
      tx,
      sql`${visitScope(tx.actor, 'visit.read')} and v.slot_on = ${day} and v.visitor_id = ${visitorId}
        and v.state <> 'cancelled' order by v.slot_from, v.id limit 100`,
    ),
  ])
  const stops = routeOrder(
    visits.map((visit) => ({ ...visit, half: visit.half ?? 'am', from: visit.slotFrom ?? '' })),
    visitor?.baseVillage ?? '',
  )
  const items = await itemsOf(tx, stops)
  const rules = safetyRules()
  return ok({
    day,
    visitorId: visitor?.staffId ?? null,
    visitorName: visitor?.name ?? '',
    stops: items.map((item, index) => ({ ...item, address: stops[index]?.told.address ?? '' })),
    safety: { ...rules, readVersion: visitor?.safetyVersion ?? null },
  })
}
