/** All clocks of a case side by side; the earliest due rules (CLK-03). */
import { ok, refuse, type Decision, type Instant } from '../kernel/index.ts'
import type { Calendar } from './calendar.ts'
import type { ClockDef, ClockEvent } from './clock-def.ts'
import type { ClockState } from './clock-state.ts'
import { foldEntered, foldVersions, type FoldGround, type FoldRefusal } from './fold-clock.ts'
import { eventsAfterMerges, type MergedCase } from './merge.ts'
import { calendarsAt, heedsOffice, placesOf } from './offices.ts'
import { enteredEvents } from './order-events.ts'

/**
 * Folds each definition that started, in the order given; a clock of law is folded before those it caps. `merged` are
 * the cases that were merged into this one and not taken out again.
 */
export function foldClocks(
  defs: readonly ClockDef[],
  events: readonly ClockEvent[],
  calendars: ReadonlyMap<string, Calendar>,
  now?: Instant,
  merged: readonly MergedCase[] = [],
): Decision<readonly ClockState[], FoldRefusal | 'sla.bad_clock'> {
  const entered = enteredEvents(events)
  if (!entered.ok) return entered
  const types = new Set(events.map((event) => event.type))
  for (const one of merged) for (const event of one.events) types.add(event.type)
  const states = new Map<string, ClockState>()
  const kept = calendarsAt(calendars, placesOf(entered.value))
  const { clocks, order } = arranged(defs)
  for (const clock of clocks) {
    const hours = heedsOffice(clock.last) ? kept : calendars
    const calendar = hours.get(clock.last.calendar)
    if (calendar === undefined) {
      return refuse('sla.bad_clock', { clock: clock.last.id, problem: `日历 ${clock.last.calendar} 不存在` })
    }
    if (!clock.starts.some((type) => types.has(type))) continue
    const caps = clock.caps.flatMap((id) => states.get(id) ?? [])
    const ground = { versions: clock.versions, above: clock.above, calendar, calendars: hours, now, caps }
    const state = merged.length === 0 ? foldEntered(ground, entered.value) : foldMerged(ground, events, merged)
    if (!state.ok) return state
    if (state.value !== undefined) states.set(state.value.id, state.value)
  }
  return ok(order.flatMap((id) => states.get(id) ?? []))
}

function foldMerged(ground: FoldGround, events: readonly ClockEvent[], merged: readonly MergedCase[]) {
  const counted = eventsAfterMerges(ground, events, merged)
  return counted.ok ? foldVersions(ground, counted.value) : counted
}

function isCapped(versions: Versions): boolean {
  return versions.some((def) => def.cappedBy.length > 0)
}

type Versions = readonly ClockDef[]
type ArrangedClock = {
  readonly versions: Versions
  readonly last: ClockDef
  /** Types of events that may start it. */
  readonly starts: readonly string[]
  readonly above: readonly Versions[]
  readonly caps: readonly string[]
}
type Arranged = { readonly clocks: readonly ArrangedClock[]; readonly order: readonly string[] }

const known = new WeakMap<readonly ClockDef[], Arranged>()

/** Definitions by their versions, earliest first; those that are capped after the others. Worked out once. */
export function arranged(defs: readonly ClockDef[]): Arranged {
  const before = known.get(defs)
  if (before !== undefined) return before
  const byId = new Map<string, ClockDef[]>()
  for (const def of defs) byId.set(def.id, [...(byId.get(def.id) ?? []), def])
  const all = [...byId.values()]
  for (const versions of all) versions.sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
  const clocks = [...all]
    .sort((a, b) => Number(isCapped(a)) - Number(isCapped(b)))
    .flatMap((versions): ArrangedClock[] => {
      const last = versions.at(-1)
      if (last === undefined) return []
      const starts = [...new Set(versions.flatMap((def) => def.start.map((pattern) => pattern.type)))]
      return [{ versions, last, starts, above: groupedWith(versions, all), caps: capsOf(versions) }]
    })
  const made = { clocks, order: [...byId.keys()] }
  known.set(defs, made)
  return made
}

/** The clocks of law that any version names; each run heeds those of its own. */
function capsOf(versions: Versions): readonly string[] {
  const [only, ...more] = versions
  return more.length === 0 ? (only?.cappedBy ?? []) : [...new Set(versions.flatMap((def) => def.cappedBy))]
}

/** Other definitions that share a group with any version. */
function groupedWith(versions: Versions, all: readonly Versions[]): readonly Versions[] {
  const groups = new Set(versions.flatMap((def) => def.group ?? []))
  if (groups.size === 0) return []
  return all.filter((list) => list !== versions && list.some((def) => def.group !== undefined && groups.has(def.group)))
}

/** The running clock of the work itself that is due first; of two due together the law's, then the one listed first. */
export function earliestDue(clocks: readonly ClockState[]): ClockState | undefined {
  let first: ClockState | undefined
  for (const clock of clocks) {
    if (clock.state !== 'running' || clock.background || clock.dueAt === null) continue
    if (first?.dueAt === undefined || first.dueAt === null || clock.dueAt < first.dueAt) first = clock
    else if (clock.dueAt === first.dueAt && clock.kind === 'statutory' && first.kind !== 'statutory') first = clock
  }
  return first
}
