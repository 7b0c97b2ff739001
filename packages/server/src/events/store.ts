/** Writes and reads the event log. */
import type { Actor, Facts, Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import { writeAsOne, type Db, type Writing } from '../db/index.ts'
import { newId } from '../kernel/index.ts'
import type { NewEvent, StoredEvent } from './event.ts'

export type EventRow = NewEvent & {
  readonly id: string
  readonly look: boolean
  /** Somebody is to be told of it: it stands in the outbox until it is delivered. */
  readonly waits: boolean
  readonly at: Instant
}

/** What is said to have happened earlier keeps when it was entered beside it: neither passes for the other. */
export function eventRow(event: NewEvent, now: Instant, kind: { look?: boolean; waits?: boolean } = {}): EventRow {
  const at = event.at ?? now
  const row = { ...event, id: newId(), look: kind.look ?? false, waits: kind.waits ?? false, at }
  return Date.parse(at) < Date.parse(now) ? { ...row, facts: { ...event.facts, recordedAt: now } } : row
}

export async function insertEvents(db: Db, actor: Actor, rows: readonly EventRow[]): Promise<void> {
  await insertEventsOf(
    db,
    actor.tenantId,
    rows.map((row) => ({ actor, row })),
  )
}

type Entry = { readonly actor: Actor; readonly row: EventRow }

export async function insertEventsOf(db: Db, tenantId: number, entries: readonly Entry[]): Promise<void> {
  await writeAsOne(db, eventsWritings(tenantId, entries))
}

/** All events of a transaction, of one text however many there are, so that it is prepared. */
export function eventsWritings(tenantId: number, entries: readonly Entry[]): readonly Writing[] {
  if (entries.length === 0) return []
  const rows = entries.map(({ actor, row }) => ({
    id: row.id,
    look: row.look,
    name: row.name,
    subject_kind: row.subject.kind,
    subject_id: row.subject.id,
    person_id: row.personId ?? null,
    actor_kind: actor.kind === 'nobody' ? 'system' : actor.kind,
    actor_id: actor.kind === 'system' ? null : actor.id,
    source: actor.source,
    reason: row.reason ?? null,
    at: row.at,
    facts: row.facts ?? {},
  }))
  const waiting = entries.flatMap(({ row }) => (row.waits ? [row.id] : []))
  const outbox = sql`insert into event_waiting (tenant_id, event_id)
    select ${tenantId}::int, unnest(${waiting}::uuid[])`
  const events = sql`insert into event (tenant_id, id, look, name, subject_kind, subject_id, person_id, actor_kind,
      actor_id, source, reason, at, facts)
    select ${tenantId}::int, e.* from json_to_recordset(${JSON.stringify(rows)}::json) as e (id uuid, look boolean, name
      text,
      subject_kind text, subject_id uuid, person_id uuid, actor_kind text, actor_id uuid, source text, reason text,
      at timestamptz, facts jsonb)`
  return waiting.length > 0 ? [outbox, events] : [events]
}

/** Takes the oldest events out of the outbox; two at once never take the same, and a rollback puts them back. */
export async function takeWaiting(db: Db, tenantId: number, limit: number): Promise<StoredEvent[]> {
  const found = await sql<EventColumns>`
    with taken as (
      delete from event_waiting where tenant_id = ${tenantId} and event_id = any(array(
        select event_id from event_waiting where tenant_id = ${tenantId}
        order by event_id limit ${limit} for update skip locked)) returning event_id)
    select e.* from event e where e.tenant_id = ${tenantId} and e.id = any(array(select event_id from taken))
    order by e.id`.execute(db)
  return found.rows.map(toStored)
}

/** The changes of a subject, oldest first; looks are left out. */
export async function eventsOf(db: Db, tenantId: number, subjectId: string, limit = 1000): Promise<StoredEvent[]> {
  const rows = await db
    .selectFrom('event')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('subject_id', '=', subjectId)
    .where('look', '=', false)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(toStored)
}

export async function eventById(db: Db, tenantId: number, id: string): Promise<StoredEvent | undefined> {
  const row = await db
    .selectFrom('event')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && toStored(row)
}

type EventColumns = {
  id: string
  name: string
  look: boolean
  subject_kind: string
  subject_id: string
  person_id: string | null
  actor_kind: string
  actor_id: string | null
  source: string
  reason: string | null
  at: string
  facts: unknown
}

export function toStored(row: EventColumns): StoredEvent {
  return {
    id: row.id,
    name: row.name,
    look: row.look,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    personId: row.person_id,
    actorKind: actorKind(row.actor_kind),
    actorId: row.actor_id,
    source: row.source,
    reason: row.reason,
    at: row.at,
    facts: readFacts(row.facts),
  }
}

function actorKind(text: string): StoredEvent['actorKind'] {
  if (text === 'staff' || text === 'customer' || text === 'api_key') return text
  return 'system'
}

function readFacts(json: unknown): Facts {
  const facts: Record<string, Facts[string]> = {}
  if (typeof json !== 'object' || json === null) return facts
  for (const [name, value] of Object.entries(json)) {
    if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      facts[name] = value
    else if (Array.isArray(value)) facts[name] = value.map(String)
  }
  return facts
}
