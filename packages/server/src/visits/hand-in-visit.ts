/**
 * SRV-09, CLM-02: what was done is handed in, all at once, so that it can be written at a door without a connection
 * and sent later, once, by its idempotency key. If the visit changed meanwhile, both versions are kept for a person to
 * choose. ORG-06: the certificate of the day of the visit decides, not today's.
 */
import type { handInVisit as route } from '@anpei/contract/visits'
import type { Answer, Input } from '@anpei/contract/kernel'
import { dayOfInstant, ok, refuse, type Decision, type Instant } from '@anpei/domain/kernel'
import { decideArrival, decideHandIn } from '@anpei/domain/visits'
import { sql } from 'kysely'
import { eventsOf } from '../events/index.ts'
import type { ArrivedFile, Tx } from '../http/index.ts'
import { certifiedFor } from '../identity/index.ts'
import { newId } from '../kernel/index.ts'
import { applyRecord } from './apply-record.ts'
import { keepVisitFiles } from './keep-visit-files.ts'
import { checklistOf } from './shipped-data.ts'
import { standOf } from './stand.ts'
import { lockVisit, visitPhotos, visitsWhere, type VisitRecord } from './store.ts'
import { insertRecord, setAside } from './store-records.ts'

const UNCERTIFIED = '办理当天，记录人的岗位证书不在有效期内'

type Answered = Answer<typeof route>

export async function handInVisit(
  tx: Tx,
  { params, body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<Answered>> {
  const seen = await lockVisit(tx, params.visitId, 'visit.make')
  const locked = seen.ok ? seen : await lockOnceMine(tx, params.visitId)
  if (!locked.ok) return locked
  const visit = locked.value
  if (visit.kind !== 'video' && visit.visitorId === null) return refuse('visit.not_yours')
  const checklist = checklistOf(visit.kind)
  const writtenOn = dayOfInstant(between(body.finishedAt, visit.requestedAt, tx.now))
  const certified = await certifiedFor(tx, tx.actor.id, 'visit.make', writtenOn)
  const brought = files.filter((file) => file.field === 'photo').length
  const decided = decideHandIn({
    ...body,
    kind: visit.kind,
    state: visit.state,
    revision: visit.revision,
    isVisitor: visit.visitorId === tx.actor.id,
    certified: certified.ok,
    checklist,
    photos: brought > 0 ? brought : await visitPhotos(tx, visit.id),
  })
  if (!decided.ok) return decided
  const arrival = decideArrival({
    kind: visit.arrivedAt === null ? visit.kind : 'home',
    arrivedAt: body.arrivedAt,
    requestedAt: visit.requestedAt,
    now: tx.now,
    photo: brought > 0,
    position: body.position !== null,
  })
  if (!arrival.ok) return arrival
  const arrivedAt = arrival.value.at
  const finishedAt = between(body.finishedAt, arrivedAt, tx.now)
  const kept = await keepVisitFiles(tx, visit, files, finishedAt)
  if (!kept.ok) return kept
  const beside = decided.value === null
  if (!beside) await setAside(tx, visit.id)
  const id = newId()
  const written = { ...body, arrivedAt, finishedAt }
  await insertRecord(tx, visit.id, { ...written, id, standing: beside ? 'beside' : 'current', checklist: visit.kind })
  if (decided.value === null) {
    tx.record({
      name: 'visit.record_kept',
      subject: { kind: 'visit', id: visit.id },
      personId: visit.personId,
      facts: { recordId: id, basedOn: body.basedOn, revision: visit.revision },
      ...(certified.ok ? {} : { reason: UNCERTIFIED }),
    })
    return ok({ ...standOf(visit, visit.state, visit.dueAt), kept: true, recordId: id })
  }
  const dueAt = await applyRecord(tx, visit, { ...written, madeBy: tx.actor.id }, decided.value)
  const stand = standOf({ ...visit, revision: visit.revision + 1 }, decided.value.to, dueAt)
  return ok({ ...stand, kept: false, recordId: id })
}

/** Somebody else goes now, or his certificate ended: what he wrote when it was his to see is taken all the same. */
async function lockOnceMine(tx: Tx, visitId: string): Promise<Decision<VisitRecord>> {
  const events = await eventsOf(tx.db, tx.actor.tenantId, visitId)
  const once = events.some(({ facts }) => facts['visitorId'] === tx.actor.id)
  const [visit] = once ? await visitsWhere(tx, sql`v.id = ${visitId} for update`) : []
  return visit ? ok(visit) : refuse('request.not_found')
}

function between(at: Instant, earliest: Instant, latest: Instant): Instant {
  if (Date.parse(at) < Date.parse(earliest)) return earliest
  return Date.parse(at) > Date.parse(latest) ? latest : at
}
