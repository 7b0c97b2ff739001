/**
 * A case merged into another (SLA §2 rule 13): of each clock the survivor goes on with the stricter of the two, which
 * carries the earlier receipt with it. Nothing is written over: taking the merge back is leaving it out of the fold.
 */
import { ok, type Decision, type Instant } from '../kernel/index.ts'
import type { ClockEvent } from './clock-def.ts'
import type { ClockState } from './clock-state.ts'
import { foldVersions, type FoldGround, type FoldRefusal } from './fold-clock.ts'

/** The absorbed case's own events until then. */
export type MergedCase = { readonly at: Instant; readonly events: readonly ClockEvent[] }

/** The events one clock of the survivor is folded over. */
export function eventsAfterMerges(
  ground: FoldGround,
  own: readonly ClockEvent[],
  merged: readonly MergedCase[],
): Decision<readonly ClockEvent[], FoldRefusal> {
  let events = own
  for (const { at, events: absorbed } of [...merged].sort((a, b) => (a.at < b.at ? -1 : 1))) {
    const until = (list: readonly ClockEvent[]) => list.filter((event) => Date.parse(event.at) <= Date.parse(at))
    const kept = foldVersions({ ...ground, now: at }, until(events))
    if (!kept.ok) return kept
    const other = foldVersions({ ...ground, now: at }, until(absorbed))
    if (!other.ok) return other
    if (!isStricter(other.value, kept.value)) continue
    events = [...until(absorbed), ...events.filter((event) => Date.parse(event.at) > Date.parse(at))]
  }
  return ok(events)
}

/** A running clock before one that is paused, a paused one before none; of two running the one due first. */
function isStricter(other: ClockState | undefined, own: ClockState | undefined): boolean {
  const difference = strictness(other) - strictness(own)
  if (difference !== 0 || other === undefined || own === undefined) return difference > 0
  if (strictness(own) === 0) return false
  const [theirs, ours] = [other.dueAt ?? other.startedAt, own.dueAt ?? own.startedAt]
  return theirs === ours ? other.startedAt < own.startedAt : theirs < ours
}

function strictness(clock: ClockState | undefined): number {
  return clock?.state === 'running' ? 2 : clock?.state === 'paused' ? 1 : 0
}
