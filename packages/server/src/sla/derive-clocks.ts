/**
 * Clock rows of a case are a projection of its events, re-derived in the command's own transaction with the case locked
 * (SLA §2 rules 1 and 19). Returns the clock that breaks first.
 */
import { dayEndingAt, type Day, type Instant } from '@anpei/domain/kernel'
import { earliestDue, foldClocks, type ClockEvent, type ClockState } from '@anpei/domain/sla'
import { sql, type RawBuilder } from 'kysely'
import { eventsOf } from '../events/index.ts'
import { togetherInTurn, type Tx } from '../http/index.ts'
import { calendarsOf } from './calendars.ts'
import { definitionsOf } from './definitions.ts'
import { holdLateEntries } from './hold-late-entries.ts'
import { replaceClocks, type ClockOf } from './store.ts'

export type NextDue = { readonly dueAt: Instant | null; readonly clockId: string | null }

type CaseEvent = {
  readonly id: string
  readonly name: string
  readonly at: Instant
  readonly actorId: string | null
  readonly facts: ClockEvent['facts']
}
/** What the column `caseEvents` holds; instants as the database writes them into JSON. */
export type CaseEvents = readonly CaseEvent[] | null

const MOST_EVENTS = 1000
const readAhead = new WeakMap<Tx, Map<string, readonly CaseEvent[]>>()

/** The events of a case as a column of the statement that reads the locked case: no statement of their own. */
export function caseEvents(tenantId: number, subjectId: string): RawBuilder<CaseEvents> {
  return sql`(select json_agg(e order by e.id) from (
    select id, name, at, actor_id as "actorId", facts from event
    where tenant_id = ${tenantId} and subject_id = ${subjectId} and not look order by id limit ${MOST_EVENTS}) e)`
}

/** Keeps the column for `deriveClocks`. What the transaction itself records is not in it; `deriveClocks` adds it. */
export function keepCaseEvents(tx: Tx, subjectId: string, events: CaseEvents): void {
  const read = (events ?? []).map((event) => ({ ...event, at: new Date(event.at).toISOString() }))
  const known = readAhead.get(tx)
  if (known) known.set(subjectId, read)
  else readAhead.set(tx, new Map([[subjectId, read]]))
}

type Subject = { readonly kind: string; readonly id: string }

export async function deriveClocks(tx: Tx, subject: Subject, fresh = false): Promise<NextDue> {
  const { clocks: folded, events } = await foldCase(tx, subject, fresh)
  if (!fresh) await holdLateEntries(tx, subject, events, folded)
  const clocks = folded.flatMap(withEarlier).map((clock) => ({ subject, clock }))
  tx.later(fresh ? beginClocks(tx, clocks) : replaceClocks(tx.db, tx.actor.tenantId, clocks, subject.id))
  const next = earliestDue(folded)
  return { dueAt: next?.dueAt ?? null, clockId: next?.id ?? null }
}

/** Of cases that begin together. */
const beginClocks = togetherInTurn(async (tx: Tx, cases: readonly (readonly ClockOf[])[]): Promise<void[]> => {
  await replaceClocks(tx.db, tx.actor.tenantId, cases.flat())
  return cases.map(() => undefined)
})

/**
 * Of each group of promises the day on which the first ends, with what the command has just recorded; null = none of
 * them runs.
 */
export async function promisedDays(
  tx: Tx,
  subject: Subject,
  groups: readonly (readonly string[])[],
): Promise<(Day | null)[]> {
  const { clocks } = await foldCase(tx, subject, false)
  return groups.map((ids) => {
    const due = earliestDue(clocks.filter((clock) => ids.includes(clock.id)))?.dueAt
    return due ? dayEndingAt(due) : null
  })
}

type FoldedCase = { readonly clocks: readonly ClockState[]; readonly events: readonly ClockEvent[] }

async function foldCase(tx: Tx, subject: Subject, fresh: boolean): Promise<FoldedCase> {
  const [{ byId }, { defs }, stored] = await Promise.all([
    calendarsOf(tx),
    definitionsOf(tx),
    fresh ? [] : (readAhead.get(tx)?.get(subject.id) ?? eventsOf(tx.db, tx.actor.tenantId, subject.id)),
  ])
  const events: ClockEvent[] = [
    ...stored.map((event) => clockEvent(event.id, event.name, event.at, event.actorId, event.facts)),
    ...tx.recorded
      .filter((event) => event.subject.id === subject.id)
      .map((event) => clockEvent(event.id, event.name, event.at, tx.actor.id, event.facts ?? {})),
  ]
  const folded = foldClocks(defs, events, byId, tx.now)
  if (!folded.ok) throw new Error(`clocks of ${subject.id}: ${folded.code} ${JSON.stringify(folded.facts)}`)
  return { clocks: folded.value, events }
}

function clockEvent(id: string, type: string, at: Instant, by: string | null, facts: ClockEvent['facts']): ClockEvent {
  return { id, type, at, ...(by ? { by } : {}), ...(facts ? { facts } : {}) }
}

function withEarlier(clock: ClockState): readonly ClockState[] {
  return [...clock.earlier, clock]
}
