/** What the page of a complaint stands on, read side by side. */
import { sql } from 'kysely'
import { personSummaries } from '../customers/index.ts'
import { papersOf } from '../documents/index.ts'
import { eventsOf } from '../events/index.ts'
import type { Tx } from '../http/index.ts'
import { staffNames } from '../identity/index.ts'
import { clocksOf, definitionsOf, timeLeftBy } from '../sla/index.ts'
import { entriesOf } from './store-entries.ts'
import { relatedComplaints, requestsOf } from './store-links.ts'
import { causesOf, tasksOf } from './store-tasks.ts'
import type { ComplaintRecord } from './store.ts'
import { hangingOn } from './tips/store-turned.ts'

export type Parts = Awaited<ReturnType<typeof complaintParts>>
const SHOWN_EVENTS = 200

export async function complaintParts(tx: Tx, complaint: ComplaintRecord) {
  const { id, personId } = complaint
  const { db, actor } = tx
  const [
    entries,
    tasks,
    causes,
    requests,
    related,
    persons,
    clocks,
    events,
    left,
    { titleOf },
    claim,
    institutions,
    hanging,
  ] = await Promise.all([
    entriesOf(tx, complaint),
    tasksOf(tx, complaint),
    causesOf(tx, id),
    requestsOf(tx, id),
    relatedComplaints(tx, complaint),
    personId === null ? [] : personSummaries(tx, [personId]),
    clocksOf(db, actor.tenantId, id),
    eventsOf(db, actor.tenantId, id, SHOWN_EVENTS),
    timeLeftBy(tx),
    definitionsOf(tx),
    claimShown(tx, complaint),
    institutionNames(tx, complaint),
    hangingOn(tx, id),
  ])
  const people = [
    complaint.recordedBy,
    complaint.coordinatorId,
    complaint.responsibleId,
    ...complaint.concernedIds,
    ...entries.map((entry) => entry.byId),
    ...tasks.map((task) => task.doneBy),
    ...events.map((event) => (event.actorKind === 'staff' ? event.actorId : null)),
  ]
  const [names, papers] = await Promise.all([
    staffNames(
      db,
      actor.tenantId,
      people.flatMap((one) => one ?? []),
    ),
    papersOf(db, actor.tenantId, [id, ...requests.map((one) => one.id)], null),
  ])
  const papersById = new Map(papers.map((paper) => [paper.id, paper]))
  const [person] = persons
  return {
    entries,
    tasks,
    causes,
    requests,
    related,
    person,
    clocks,
    events,
    left,
    titleOf,
    claim,
    institutions,
    hanging,
    names,
    papers: papersById,
  }
}

async function claimShown(tx: Tx, { claimId }: ComplaintRecord) {
  if (claimId === null) return null
  const { rows } = await sql<{ id: string; claimNo: string; step: string }>`select id, claim_no as "claimNo",
      state as step
    from claim where tenant_id = ${tx.actor.tenantId} and id = ${claimId}`.execute(tx.db)
  return rows[0] ?? null
}

async function institutionNames(
  tx: Tx,
  { respondentInstitutionId, sellingInstitutionId }: ComplaintRecord,
): Promise<ReadonlyMap<string, string>> {
  const ids = [respondentInstitutionId, sellingInstitutionId].flatMap((id) => id ?? [])
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`select id, name from institution
    where tenant_id = ${tx.actor.tenantId} and id = any(${ids}::uuid[])`.execute(tx.db)
  return new Map(rows.map((row) => [row.id, row.name]))
}
