/**
 * What a command reads of the case it has locked, before it records anything: the events, and the clock rows and the
 * due time as they stand. Clocks are folded from the one and written only where they differ from the others: most
 * events of a case leave all its clocks as they were.
 */
import type { Instant } from '@anpei/domain/kernel'
import type { ClockEvent } from '@anpei/domain/sla'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../http/index.ts'
import { clocksOfCase, type KeptClock } from './store.ts'
import type { Settled } from './subjects.ts'

type CaseEvent = {
  readonly id: string
  readonly name: string
  readonly at: Instant
  readonly actorId: string | null
  readonly facts: ClockEvent['facts']
}
/** What the column `caseSoFar` holds; instants as the database writes them into JSON. */
export type CaseSoFar = { readonly events: readonly CaseEvent[] | null; readonly clocks: readonly KeptClock[] | null }
type Due = { readonly dueAt: Instant | null; readonly dueClock: string | null }

const MOST_EVENTS = 1000
const events = new WeakMap<Tx, Map<string, readonly CaseEvent[]>>()
const clocks = new WeakMap<Tx, Map<string, readonly KeptClock[]>>()
const dues = new WeakMap<Tx, Map<string, Due>>()

/** A column of a statement that is sent behind the lock: after a wait it must see what the other one left. */
export function caseSoFar(tenantId: number, subjectId: string): RawBuilder<CaseSoFar> {
  return sql`json_build_object('events', (select json_agg(e order by e.id) from (
      select id, name, at, actor_id as "actorId", facts from event
      where tenant_id = ${tenantId} and subject_id = ${subjectId} and not look order by id limit ${MOST_EVENTS}) e),
    'clocks', ${clocksOfCase(tenantId, subjectId)})`
}

/** Keeps the column for `deriveClocks`. What the transaction itself records is not in it; `deriveClocks` adds it. */
export function keepCaseSoFar(tx: Tx, subjectId: string, soFar: CaseSoFar): void {
  const read = (soFar.events ?? []).map((event) => ({ ...event, at: new Date(event.at).toISOString() }))
  keep(events, tx, subjectId, read)
  keep(clocks, tx, subjectId, soFar.clocks ?? [])
}

/** Reads it by a statement of its own, to be sent right behind the one that locks the case. */
export async function readCaseSoFar(tx: Tx, subjectId: string): Promise<void> {
  const { rows } = await sql<{
    soFar: CaseSoFar
  }>`select ${caseSoFar(tx.actor.tenantId, subjectId)} as "soFar"`.execute(tx.db)
  for (const { soFar } of rows) keepCaseSoFar(tx, subjectId, soFar)
}

export function eventsSoFar(tx: Tx, subjectId: string): readonly CaseEvent[] | undefined {
  return events.get(tx)?.get(subjectId)
}

/** Once: whoever asks is about to write them. */
export function takeClocksSoFar(tx: Tx, subjectId: string): readonly KeptClock[] | undefined {
  const known = clocks.get(tx)?.get(subjectId)
  clocks.get(tx)?.delete(subjectId)
  return known
}

/** The due time of a locked case. */
export function keepDue(tx: Tx, subjectId: string, { dueAt, dueClock }: Due): void {
  keep(dues, tx, subjectId, { dueAt, dueClock })
}

/** Those whose due time is not what it is known to be; from now on it is known to be this. */
export function changedDues(tx: Tx, settled: readonly Settled[]): readonly Settled[] {
  return settled.filter(({ id, dueAt, clockId }) => {
    const known = dues.get(tx)?.get(id)
    keep(dues, tx, id, { dueAt, dueClock: clockId })
    return !known || known.dueClock !== clockId || millisecondsOf(known.dueAt) !== millisecondsOf(dueAt)
  })
}

function millisecondsOf(instant: Instant | null): number | null {
  return instant === null ? null : Date.parse(instant)
}

function keep<V>(kept: WeakMap<Tx, Map<string, V>>, tx: Tx, id: string, value: V): void {
  const known = kept.get(tx)
  if (known) known.set(id, value)
  else kept.set(tx, new Map([[id, value]]))
}
