/**
 * The events of a case in the order in which they count (SLA §2 rules 1 and 5; §3 "event older than the last",
 * "back-dated paper complaint"): by the time they happened, an event delivered twice once. What was entered later than
 * it happened is taken at its word, unless that would go behind something this clock already wrote down: then it
 * counts from when it was entered, until somebody approves the back-dating: in the event itself
 * (`backdatingApprovedBy`), or by a later event that names it (`approves`).
 */
import { ok, refuse, type Decision } from '../kernel/index.ts'
import { matches, type ClockDef, type ClockEvent, type EventPattern } from './clock-def.ts'
import type { Moment } from './fold-run.ts'
import { secondsOf, type EpochSecond } from './instant.ts'

export type Entered = Moment & { readonly recordedAt: EpochSecond; readonly approved: boolean }

/** The fact by which an event says when it was entered, where that was later than it happened. */
const ENTERED_AT = 'recordedAt'
/** The fact by which an event names those it takes back. */
const UNDOES = 'undoes'
/** The fact by which an approval names the entries that may go behind what was written down. */
const APPROVES = 'approves'

export function enteredEvents(events: readonly ClockEvent[]): Decision<readonly Entered[], 'sla.bad_event_time'> {
  const seen = namedBy(events, UNDOES)
  const approved = namedBy(events, APPROVES)
  const entered: Entered[] = []
  for (const event of events) {
    if (seen.has(event.id)) continue
    seen.add(event.id)
    const at = secondsOf(event.at)
    const told = enteredAt(event)
    const recordedAt = typeof told === 'string' ? secondsOf(told) : at
    if (at === undefined || recordedAt === undefined) {
      return refuse('sla.bad_event_time', { event: event.id, at: at === undefined ? event.at : String(told) })
    }
    entered.push({
      event,
      at,
      recordedAt: Math.max(at, recordedAt),
      approved: approved.has(event.id) || isApproved(event),
    })
  }
  // Nearly every clock reads the events in this one order.
  return ok(entered.sort(byTime))
}

/** Whether any was entered at another time than it happened. */
export function hasEntered(events: readonly ClockEvent[]): boolean {
  return events.some((event) => enteredAt(event) !== undefined)
}

/** What an event says of when it was entered; undefined where it was entered as it happened. */
function enteredAt({ recordedAt, facts }: ClockEvent): unknown {
  return recordedAt ?? facts?.[ENTERED_AT]
}

/**
 * Events that others speak of. What a later event takes back counts as if it had never been (SLA §2 rule 13): a merge
 * that was undone.
 */
function namedBy(events: readonly ClockEvent[], fact: string): Set<string> {
  const ids = new Set<string>()
  for (const { facts } of events) {
    const named: unknown = facts?.[fact]
    if (Array.isArray(named)) for (const id of named) ids.add(String(id))
  }
  return ids
}

/** In the order in which they count for one clock. */
export function orderFor(versions: readonly ClockDef[], entered: readonly Entered[]): readonly Moment[] {
  if (!entered.some(isLate)) return entered
  const patterns = heardBy(versions)
  if (!entered.some((one) => isLate(one) && matches(patterns, one.event))) return entered
  return withoutBackdating(versions, patterns, entered).sort(byTime)
}

const heard = new WeakMap<readonly ClockDef[], readonly EventPattern[]>()

function heardBy(versions: readonly ClockDef[]): readonly EventPattern[] {
  const known = heard.get(versions)
  if (known !== undefined) return known
  const patterns = versions.flatMap(patternsOf)
  heard.set(versions, patterns)
  return patterns
}

function isLate(one: Entered): boolean {
  return one.recordedAt > one.at
}

function byTime(a: Moment, b: Moment): number {
  return a.at - b.at
}

function withoutBackdating(
  versions: readonly ClockDef[],
  patterns: readonly EventPattern[],
  entered: readonly Entered[],
): Moment[] {
  const pauses = versions.flatMap((def) => def.pauseReasons)
  const concerns = entered.filter((one) => matches(patterns, one.event)).sort((a, b) => a.recordedAt - b.recordedAt)
  const counted = new Map<Entered, Moment>()
  let lastRow = -Infinity
  let paused = false
  for (const one of concerns) {
    const begins = pauses.some((reason) => matches(reason.on, one.event))
    const ends = pauses.some((reason) => matches(reason.until, one.event))
    // What would end a pause, and finds none, writes nothing down: a receipt of delivery may still come back.
    if (ends && !paused && !begins && !versions.some((def) => matches(def.start, one.event))) continue
    paused = begins || (paused && !ends)
    const held = one.recordedAt > one.at && one.at < lastRow && !one.approved
    if (held) counted.set(one, { ...one, at: one.recordedAt, claimedAt: one.at })
    lastRow = Math.max(lastRow, held ? one.recordedAt : one.at)
  }
  return entered.map((one) => counted.get(one) ?? one)
}

function isApproved(event: ClockEvent): boolean {
  const by = event.facts?.['backdatingApprovedBy']
  return typeof by === 'string' && by !== ''
}

/** Every pattern a definition listens to. */
export function patternsOf(def: ClockDef): readonly EventPattern[] {
  return [
    ...def.start,
    ...def.stop,
    ...def.cancel,
    ...def.restartOn,
    ...def.resumeOn,
    ...def.calendarOn,
    ...def.pauseReasons.flatMap((reason) => [...reason.on, ...reason.until]),
    ...(def.extension?.on ?? []),
    ...(def.earlyTelling?.on ?? []),
    ...(def.onAttributeChange?.on ?? []),
  ]
}
