/** All clocks of a case side by side; the earliest due rules (CLK-03). */
import { ok, refuse, type Decision, type Instant } from '../kernel/index.ts'
import type { Calendar } from './calendar.ts'
import type { ClockDef, ClockEvent } from './clock-def.ts'
import type { ClockState } from './clock-state.ts'
import { foldEntered, foldVersions, type FoldGround, type FoldRefusal } from './fold-clock.ts'
import { eventsAfterMerges, type MergedCase } from './merge.ts'
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
  const types = new Set([events, ...merged.map((one) => one.events)].flat().map((event) => event.type))
  const states = new Map<string, ClockState>()
  for (const versions of arranged(defs)) {
    const ground = groundOf(versions, defs, calendars, now)
    if (!ground.ok) return ground
    if (!versions.some((def) => def.start.some((pattern) => types.has(pattern.type)))) continue
    const withCap = { ...ground.value, caps: capsOf(versions).flatMap((id) => states.get(id) ?? []) }
    const state = merged.length === 0 ? foldEntered(withCap, entered.value) : foldMerged(withCap, events, merged)
    if (!state.ok) return state
    if (state.value !== undefined) states.set(state.value.id, state.value)
  }
  const order = new Set(defs.map((def) => def.id))
  return ok([...order].flatMap((id) => states.get(id) ?? []))
}

function foldMerged(ground: FoldGround, events: readonly ClockEvent[], merged: readonly MergedCase[]) {
  const counted = eventsAfterMerges(ground, events, merged)
  return counted.ok ? foldVersions(ground, counted.value) : counted
}

function isCapped(versions: readonly ClockDef[]): boolean {
  return versions.some((def) => def.cappedBy.length > 0)
}

const known = new WeakMap<readonly ClockDef[], readonly (readonly ClockDef[])[]>()

/** Definitions by their versions, earliest first; those that are capped after the others. */
function arranged(defs: readonly ClockDef[]): readonly (readonly ClockDef[])[] {
  const before = known.get(defs)
  if (before !== undefined) return before
  const clocks = new Map<string, ClockDef[]>()
  for (const def of defs) clocks.set(def.id, [...(clocks.get(def.id) ?? []), def])
  for (const versions of clocks.values()) versions.sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
  const list = [...clocks.values()].sort((a, b) => Number(isCapped(a)) - Number(isCapped(b)))
  known.set(defs, list)
  return list
}

function groundOf(
  versions: readonly ClockDef[],
  defs: readonly ClockDef[],
  calendars: ReadonlyMap<string, Calendar>,
  now: Instant | undefined,
): Decision<FoldGround, 'sla.bad_clock'> {
  const last = versions.at(-1)
  const calendar = last === undefined ? undefined : calendars.get(last.calendar)
  if (last === undefined || calendar === undefined) {
    return refuse('sla.bad_clock', { clock: last?.id ?? '?', problem: `日历 ${last?.calendar ?? '?'} 不存在` })
  }
  return ok({ versions, above: groupedWith(versions, defs), calendar, calendars, now })
}

/** The clocks of law that any version names; each run heeds those of its own. */
function capsOf(versions: readonly ClockDef[]): readonly string[] {
  const [only, ...more] = versions
  return more.length === 0 ? (only?.cappedBy ?? []) : [...new Set(versions.flatMap((def) => def.cappedBy))]
}

/** Other definitions that share a group with any version. */
function groupedWith(versions: readonly ClockDef[], defs: readonly ClockDef[]): readonly (readonly ClockDef[])[] {
  const groups = new Set(versions.flatMap((def) => def.group ?? []))
  if (groups.size === 0) return []
  return arranged(defs).filter(
    (list) => list !== versions && list.some((def) => def.group !== undefined && groups.has(def.group)),
  )
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
