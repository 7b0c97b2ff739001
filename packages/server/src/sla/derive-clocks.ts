/**
 * Clock rows of a case are a projection of its events, re-derived in the command's own transaction with the case locked
 * (SLA §2 rules 1 and 19). Returns the clock that breaks first.
 */
import { dayEndingAt, type Day, type Instant } from '@anpei/domain/kernel'
import { earliestDue, foldClocks, type ClockEvent, type ClockState } from '@anpei/domain/sla'
import { eventsOf } from '../events/index.ts'
import { togetherInTurn, type Tx } from '../http/index.ts'
import { calendarsOf } from './calendars.ts'
import { eventsSoFar, takeClocksSoFar } from './case-so-far.ts'
import { definitionsOf } from './definitions.ts'
import { holdLateEntries } from './hold-late-entries.ts'
import { replaceClocks, type ClockOf } from './store.ts'

export type NextDue = { readonly dueAt: Instant | null; readonly clockId: string | null }

type Subject = { readonly kind: string; readonly id: string }

export async function deriveClocks(tx: Tx, subject: Subject, fresh = false): Promise<NextDue> {
  const { clocks: folded, events } = await foldCase(tx, subject, fresh)
  if (!fresh) await holdLateEntries(tx, subject, events, folded)
  const clocks = folded.flatMap(withEarlier).map((clock) => ({ subject, clock }))
  const { tenantId } = tx.actor
  if (fresh) tx.later(beginClocks(tx, clocks))
  else
    tx.later(replaceClocks(tx.db, tenantId, clocks, { wholeCase: subject.id, kept: takeClocksSoFar(tx, subject.id) }))
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
    fresh ? [] : (eventsSoFar(tx, subject.id) ?? eventsOf(tx.db, tx.actor.tenantId, subject.id)),
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
