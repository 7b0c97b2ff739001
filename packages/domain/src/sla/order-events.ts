/**
 * The events of a case in the order in which they count (SLA §2 rules 1 and 5; §3 "event older than the last",
 * "back-dated paper complaint"): by the time they happened, an event delivered twice once. What was entered later than
 * it happened is taken at its word, unless that would go behind something this clock already wrote down: then it
 * counts from when it was entered, if nobody approved the back-dating (`backdatingApprovedBy`).
 */
import { ok, refuse, type Decision } from '../kernel/index.ts'
import { matches, type ClockDef, type ClockEvent, type EventPattern } from './clock-def.ts'
import type { Moment } from './fold-run.ts'
import { secondsOf, type EpochSecond } from './instant.ts'

export type Entered = Moment & { readonly recordedAt: EpochSecond }

export function enteredEvents(events: readonly ClockEvent[]): Decision<readonly Entered[], 'sla.bad_event_time'> {
  const seen = new Set<string>()
  const entered: Entered[] = []
  for (const event of events) {
    if (seen.has(event.id)) continue
    seen.add(event.id)
    const at = secondsOf(event.at)
    const recordedAt = event.recordedAt === undefined ? at : secondsOf(event.recordedAt)
    if (at === undefined || recordedAt === undefined) {
      return refuse('sla.bad_event_time', { event: event.id, at: event.recordedAt ?? event.at })
    }
    entered.push({ event, at, recordedAt: Math.max(at, recordedAt) })
  }
  // Where nothing was entered late, all clocks read the events in one order.
  return ok(entered.some(isLate) ? entered : entered.sort(byTime))
}

/** In the order in which they count for one clock. */
export function orderFor(versions: readonly ClockDef[], entered: readonly Entered[]): readonly Moment[] {
  return entered.some(isLate) ? withoutBackdating(versions, entered).sort(byTime) : entered
}

function isLate(one: Entered): boolean {
  return one.recordedAt > one.at
}

function byTime(a: Moment, b: Moment): number {
  return a.at - b.at
}

function withoutBackdating(versions: readonly ClockDef[], entered: readonly Entered[]): Moment[] {
  const patterns = versions.flatMap(patternsOf)
  const concerns = entered.filter((one) => matches(patterns, one.event)).sort((a, b) => a.recordedAt - b.recordedAt)
  const counted = new Map<Entered, Moment>()
  let lastRow = -Infinity
  for (const one of concerns) {
    const held = one.recordedAt > one.at && one.at < lastRow && !isApproved(one.event)
    if (held) counted.set(one, { event: one.event, at: one.recordedAt, claimedAt: one.at })
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
