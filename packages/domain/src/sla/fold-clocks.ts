/** All clocks of a case side by side; the earliest due rules (CLK-03). */
import { ok, refuse, type Decision, type Instant } from '../kernel/index.ts'
import type { Calendar } from './calendar.ts'
import type { ClockDef, ClockEvent } from './clock-def.ts'
import type { ClockState } from './clock-state.ts'
import { foldClock, type FoldRefusal } from './fold-clock.ts'

/** Folds each definition that started, in the order given; a clock of law is folded before those it caps. */
export function foldClocks(
  defs: readonly ClockDef[],
  events: readonly ClockEvent[],
  calendars: ReadonlyMap<string, Calendar>,
  now?: Instant,
): Decision<readonly ClockState[], FoldRefusal | 'sla.bad_clock'> {
  const states = new Map<string, ClockState>()
  const uncappedFirst = [...defs].sort((a, b) => Number(a.cappedBy !== undefined) - Number(b.cappedBy !== undefined))
  for (const def of uncappedFirst) {
    const calendar = calendars.get(def.calendar)
    if (calendar === undefined) {
      return refuse('sla.bad_clock', { clock: def.id, problem: `日历 ${def.calendar} 不存在` })
    }
    const cap = def.cappedBy === undefined ? undefined : states.get(def.cappedBy)
    const state = foldClock(def, events, calendar, now, cap)
    if (!state.ok) return state
    if (state.value !== undefined) states.set(def.id, state.value)
  }
  return ok(defs.flatMap((def) => states.get(def.id) ?? []))
}

/** The running clock that is due first; of two due together the law's, then the one listed first. */
export function earliestDue(clocks: readonly ClockState[]): ClockState | undefined {
  let first: ClockState | undefined
  for (const clock of clocks) {
    if (clock.state !== 'running' || clock.dueAt === null) continue
    if (first?.dueAt === undefined || first.dueAt === null || clock.dueAt < first.dueAt) first = clock
    else if (clock.dueAt === first.dueAt && clock.kind === 'statutory' && first.kind !== 'statutory') first = clock
  }
  return first
}
