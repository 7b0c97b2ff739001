/**
 * A clock is a pure fold over the events of its case, a definition and a calendar (CLK-03; SLA §1, §2 rules 1, 4–9,
 * 12). Nothing is stored that cannot be derived again: the same events give the same rows. Met or broken is
 * decided by timestamps, met if and only if stop ≤ due.
 */
import { ok, refuse, type Decision, type Instant } from '../kernel/index.ts'
import type { Calendar } from './calendar.ts'
import { matches, type ClockDef, type ClockEvent } from './clock-def.ts'
import type { ClockState } from './clock-state.ts'
import { secondsOf, type EpochSecond } from './instant.ts'
import {
  beginRun,
  currentDue,
  endRun,
  note,
  noteBreach,
  setBudget,
  stateOfRun,
  type Fold,
  type Moment,
  type Run,
} from './fold-run.ts'
import { consumedBy, dueOf, isDayUnit } from './run.ts'
import type { DueRefusal } from './working-time.ts'

export type FoldRefusal = DueRefusal | 'sla.bad_event_time'

/**
 * The state of the clock's last run, `undefined` if it never started. `now` tells how late a running clock is;
 * without it the last event is the present. `cap` is the clock of law that ends this one earlier.
 */
export function foldClock(
  def: ClockDef,
  events: readonly ClockEvent[],
  calendar: Calendar,
  now?: Instant,
  cap?: ClockState,
): Decision<ClockState | undefined, FoldRefusal> {
  const moments = orderEvents(events)
  if (!moments.ok) return moments
  const fold: Fold = { def, calendar, cap, budget: def.budget, revision: 0, run: undefined, earlier: [] }
  for (const moment of moments.value) {
    const step = apply(fold, moment)
    if (!step.ok) return step
  }
  if (fold.run === undefined) return ok(undefined)
  const present = now === undefined ? 0 : secondsOf(now)
  if (present === undefined) return refuse('sla.bad_event_time', { event: 'now', at: now ?? '' })
  return stateOfRun(fold, fold.run, Math.max(present, moments.value.at(-1)?.at ?? present))
}

/** By time, then by place in the list; an event delivered twice counts once. */
function orderEvents(events: readonly ClockEvent[]): Decision<readonly Moment[], 'sla.bad_event_time'> {
  const seen = new Set<string>()
  const moments: Moment[] = []
  for (const event of events) {
    if (seen.has(event.id)) continue
    seen.add(event.id)
    const at = secondsOf(event.at)
    if (at === undefined) return refuse('sla.bad_event_time', { event: event.id, at: event.at })
    moments.push({ event, at })
  }
  return ok(moments.sort((a, b) => a.at - b.at))
}

type Step = Decision<void, DueRefusal>
const DONE = ok(undefined)

function apply(fold: Fold, moment: Moment): Step {
  const { def } = fold
  const { event } = moment
  const changed = applyAttribute(fold, moment)
  if (!changed.ok) return changed
  const { run } = fold
  if (run !== undefined && matches(def.restartOn, event)) {
    if (isOpen(run)) {
      const ended = endRun(fold, run, moment, 'superseded')
      if (!ended.ok) return ended
    }
    return beginRun(fold, moment)
  }
  if (run !== undefined && isOpen(run)) return applyToOpen(fold, run, moment)
  if (run !== undefined && matches(def.resumeOn, event)) return reopen(fold, run, moment)
  return matches(def.start, event) ? beginRun(fold, moment) : DONE
}

function isOpen(run: Run): boolean {
  return run.state === 'running' || run.state === 'paused'
}

function applyToOpen(fold: Fold, run: Run, moment: Moment): Step {
  const { def } = fold
  const { event } = moment
  if (matches(def.stop, event)) {
    const ended = endRun(fold, run, moment, 'stopped')
    return ended.ok && def.recurs ? beginRun(fold, moment) : ended
  }
  if (matches(def.cancel, event)) return endRun(fold, run, moment, 'cancelled')
  if (def.extension !== undefined && matches(def.extension.on, event)) return extend(fold, run, moment)
  const { openPause } = run
  if (openPause === null) return pause(fold, run, moment)
  const reason = def.pauseReasons.find((one) => one.reason === openPause.reason)
  return reason !== undefined && matches(reason.until, event) ? resume(fold, run, moment, 'resumed') : DONE
}

/** SLA §2 rule 5: only a listed reason pauses, with its evidence, and a breach before it stays. */
function pause(fold: Fold, run: Run, moment: Moment): Step {
  const { event, at } = moment
  const reason = fold.def.pauseReasons.find((one) => matches(one.on, event))
  if (reason === undefined) return DONE
  const late = noteBreach(fold, run, at)
  if (!late.ok) return late
  const lacking = reason.evidence.filter((fact) => event.facts?.[fact] === undefined || event.facts[fact] === null)
  const untold = reason.mustInform && event.facts?.['informed'] !== true
  if (lacking.length > 0 || untold) return note(fold, run, moment, 'pauseRefused')
  run.openPause = { from: at, label: reason.label, reason: reason.reason }
  run.state = 'paused'
  return note(fold, run, moment, 'paused')
}

function resume(fold: Fold, run: Run, moment: Moment, cause: 'resumed' | 'reopened'): Step {
  if (run.openPause !== null) {
    run.pauses.push({ from: run.openPause.from, to: moment.at, label: run.openPause.label })
  }
  run.openPause = null
  run.state = 'running'
  return note(fold, run, moment, cause)
}

/** SLA §2 rule 12: a promise goes on with what was consumed, the closed time left out. */
function reopen(fold: Fold, run: Run, moment: Moment): Step {
  if (run.stoppedAt === null || run.state === 'superseded') return DONE
  run.openPause = { from: run.stoppedAt, label: '结案', reason: 'closed' }
  run.stoppedAt = null
  return resume(fold, run, moment, 'reopened')
}

/** Once, approved, the customer told, and not after the due time. */
function extend(fold: Fold, run: Run, moment: Moment): Step {
  const { extension } = fold.def
  if (extension === undefined) return DONE
  const late = noteBreach(fold, run, moment.at)
  if (!late.ok) return late
  const facts = moment.event.facts ?? {}
  const approved = typeof facts['approvedBy'] === 'string' && facts['approvedBy'] !== ''
  const told = !extension.mustInform || facts['informed'] === true
  const inTime = !extension.notAfterDue || run.breachedAt === null
  if (!approved || !told || !inTime || run.extensions >= extension.maxTimes) {
    return note(fold, run, moment, 'extensionRefused')
  }
  run.extensions += 1
  setBudget(fold, run, moment.at, run.budget + extension.add)
  return note(fold, run, moment, 'extended')
}

/** SLA §2 rule 7: consumed time is kept; a new budget already used up is breached at the change. */
function applyAttribute(fold: Fold, moment: Moment): Step {
  const change = fold.def.onAttributeChange
  if (change === undefined || !matches(change.on, moment.event)) return DONE
  const value = moment.event.facts?.[change.fact]
  const budget = (value === undefined ? undefined : change.budgets[String(value)]) ?? fold.def.budget
  if (budget === fold.budget) return DONE
  const difference = budget - fold.budget
  fold.budget = budget
  const { run } = fold
  if (run === undefined || !isOpen(run) || change.mode === 'ignore') return DONE
  if (change.mode === 'restart') {
    const ended = endRun(fold, run, moment, 'superseded')
    return ended.ok ? beginRun(fold, moment) : ended
  }
  const late = noteBreach(fold, run, moment.at)
  if (!late.ok) return late
  const before = currentDue(fold, run, moment.at)
  if (!before.ok) return before
  setBudget(fold, run, moment.at, run.budget + difference)
  const used = isUsedUp(fold, run, moment.at)
  if (!used.ok) return used
  if (used.value) {
    run.floor = run.breachedAt === null ? moment.at : (before.value?.due ?? moment.at)
    if (run.breachedAt === null) {
      run.breachedAt = moment.at
      run.breachCause = 'reclassified'
      run.breachedBy = moment.event.by ?? null
    }
  }
  return note(fold, run, moment, 'reclassified')
}

function isUsedUp(fold: Fold, run: Run, at: EpochSecond): Decision<boolean, DueRefusal> {
  const present = run.openPause?.from ?? at
  if (!isDayUnit(run.unit)) return ok(consumedBy(fold.calendar, run, present) >= run.budget)
  const due = dueOf(fold.def, fold.calendar, run)
  return due.ok ? ok(due.value.due <= present) : due
}
