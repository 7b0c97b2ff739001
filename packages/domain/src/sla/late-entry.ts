/**
 * CLK-03, SLA §2 rule 5: no back-dating before the last ledger row without approval. An entry that claims an earlier
 * time than a clock had already written down counts from when it was entered, and waits for a second person if its
 * claimed time would move a clock. Nobody approves the own entry, nor one that heals the own case.
 */
import { refuse, transition, type Decision, type Instant, type Transition } from '../kernel/index.ts'
import type { Calendar } from './calendar.ts'
import type { ClockDef, ClockEvent } from './clock-def.ts'
import type { ClockState } from './clock-state.ts'
import { arranged, foldClocks } from './fold-clocks.ts'
import { lateEntryLifecycle, type LateEntryState } from './lifecycles.ts'
import { enteredEvents, orderFor } from './order-events.ts'

/** How one run of a clock stands without the approval and with it; null = there is no such run. */
export type MovedClock = {
  readonly clockId: string
  readonly before: ClockState | null
  readonly after: ClockState | null
}
export type HeldEntry = { readonly event: ClockEvent; readonly moves: readonly MovedClock[] }

/** Entries that are not taken at their word and would move a clock if they were; `folded`: the clocks as they stand. */
export function heldEntries(
  defs: readonly ClockDef[],
  events: readonly ClockEvent[],
  calendars: ReadonlyMap<string, Calendar>,
  now: Instant,
  folded: readonly ClockState[],
): readonly HeldEntry[] {
  return heldBack(defs, events).flatMap((event) => {
    const approval: ClockEvent = {
      id: `approve:${event.id}`,
      type: 'entry.approved',
      at: now,
      facts: { approves: [event.id] },
    }
    const approved = foldClocks(defs, [...events, approval], calendars, now)
    const moves = approved.ok ? movedBy(folded, approved.value) : []
    return moves.length === 0 ? [] : [{ event, moves }]
  })
}

/** Events that some clock counts from when they were entered. */
function heldBack(defs: readonly ClockDef[], events: readonly ClockEvent[]): readonly ClockEvent[] {
  const entered = enteredEvents(events)
  if (!entered.ok || entered.value.every((one) => one.approved || one.recordedAt === one.at)) return []
  const held = new Map<string, ClockEvent>()
  for (const { versions } of arranged(defs).clocks) {
    for (const one of orderFor(versions, entered.value)) {
      if (one.claimedAt !== undefined) held.set(one.event.id, one.event)
    }
  }
  return [...held.values()]
}

function movedBy(before: readonly ClockState[], after: readonly ClockState[]): readonly MovedClock[] {
  const [was, is] = [byRun(before), byRun(after)]
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [one, other] = [was.get(key) ?? null, is.get(key) ?? null]
    const clockId = (one ?? other)?.id
    return clockId === undefined || standOf(one) === standOf(other) ? [] : [{ clockId, before: one, after: other }]
  })
}

function byRun(clocks: readonly ClockState[]): Map<string, ClockState> {
  return new Map(clocks.flatMap((clock) => [...clock.earlier, clock]).map((one) => [`${one.id}/${one.run}`, one]))
}

function standOf(clock: ClockState | null): string {
  return JSON.stringify(clock && [clock.state, clock.startedAt, clock.dueAt, clock.stoppedAt, clock.breachedAt])
}

type Asked = {
  readonly state: LateEntryState
  /** null = no colleague: a customer, a program. */
  readonly enteredBy: string | null
  readonly handlerId: string | null
  readonly by: string
  readonly approve: boolean
}

export function decideLateEntry(asked: Asked): Decision<Transition<LateEntryState>> {
  if (asked.by === asked.enteredBy || asked.by === asked.handlerId) return refuse('sla.own_late_entry')
  return transition(lateEntryLifecycle, asked.approve ? 'approve' : 'reject', asked.state)
}
