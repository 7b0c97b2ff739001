/**
 * Clock rows of a case are a projection of its events, re-derived in the command's own transaction with the case locked
 * (SLA §2 rules 1 and 19). Returns the clock that breaks first.
 */
import type { Instant } from '@anpei/domain/kernel'
import { earliestDue, foldClocks, type ClockEvent, type ClockState } from '@anpei/domain/sla'
import { eventsOf, type StoredEvent } from '../events/index.ts'
import type { Tx } from '../http/index.ts'
import { calendarsOf } from './calendars.ts'
import { definitionsOf } from './definitions.ts'
import { replaceClocks } from './store.ts'

export type NextDue = { readonly dueAt: Instant | null; readonly clockId: string | null }

const readAhead = new WeakMap<Tx, Map<string, Promise<StoredEvent[]>>>()

/**
 * Asks for the events of a case that has just been locked, in the same breath: when the command has done its work they
 * are there. What the transaction itself records is not among them; `deriveClocks` adds it.
 */
export function readEventsAhead(tx: Tx, subjectId: string): void {
  const reading = eventsOf(tx.db, tx.actor.tenantId, subjectId)
  reading.catch(() => undefined)
  const known = readAhead.get(tx)
  if (known) known.set(subjectId, reading)
  else readAhead.set(tx, new Map([[subjectId, reading]]))
}

export async function deriveClocks(tx: Tx, subject: { kind: string; id: string }, fresh = false): Promise<NextDue> {
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
  const folded = foldClocks(defs, events, byId)
  if (!folded.ok) throw new Error(`clocks of ${subject.id}: ${folded.code} ${JSON.stringify(folded.facts)}`)
  tx.later(
    replaceClocks(
      tx.db,
      tx.actor.tenantId,
      folded.value.flatMap(withEarlier).map((clock) => ({ subject, clock })),
    ),
  )
  const next = earliestDue(folded.value)
  return { dueAt: next?.dueAt ?? null, clockId: next?.id ?? null }
}

function clockEvent(id: string, type: string, at: Instant, by: string | null, facts: ClockEvent['facts']): ClockEvent {
  return { id, type, at, ...(by ? { by } : {}), ...(facts ? { facts } : {}) }
}

function withEarlier(clock: ClockState): readonly ClockState[] {
  return [...clock.earlier, clock]
}
