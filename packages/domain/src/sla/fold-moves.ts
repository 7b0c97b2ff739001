/**
 * What an event does to a clock (CLK-03; SLA §2 rules 4–7, 10, 12): begin, pause, extend, put off, change class, move
 * to another calendar, end.
 */
import { ok, refuse, type Decision } from '../kernel/index.ts'
import { spliceCalendars } from './calendar.ts'
import { matches, type ClockEvent } from './clock-def.ts'
import {
  beginRun,
  budgetOf,
  currentDue,
  defAt,
  endRun,
  keepReached,
  note,
  noteBreach,
  setBudget,
  timeOfFact,
  type Fold,
  type Moment,
  type Run,
} from './fold-run.ts'
import { instantOf, type EpochSecond } from './instant.ts'
import { lastDayOfPeriod } from './periods.ts'
import { consumedBy, dueOf, isDayUnit } from './run.ts'
import { endOfLocalDay, type DueRefusal } from './working-time.ts'

export type StepRefusal = DueRefusal | 'sla.unknown_calendar'
type Step = Decision<void, StepRefusal>
const DONE = ok(undefined)
const MOST_PERIODS = 5000

export function applyMoment(fold: Fold, moment: Moment): Step {
  const { event } = moment
  const moved = moveCalendar(fold, moment)
  if (!moved.ok) return moved
  const changed = applyAttribute(fold, moment)
  if (!changed.ok) return changed
  const { run } = fold
  if (run !== undefined && matches(run.def.restartOn, event)) {
    if (isOpen(run)) {
      const ended = endRun(fold, run, moment, 'superseded')
      if (!ended.ok) return ended
    }
    return beginRun(fold, moment)
  }
  const outranked = isOutranked(fold, moment)
  if (run !== undefined && isOpen(run)) {
    return outranked ? endRun(fold, run, moment, 'superseded') : applyToOpen(fold, run, moment)
  }
  if (run !== undefined && matches(run.def.resumeOn, event)) return reopen(fold, run, moment)
  if (run?.def.unit === 'recurring' && matches(run.def.cancel, event)) fold.recurrenceEnded = true
  const def = defAt(fold, moment.at)
  if (def === undefined || outranked || !matches(def.start, event)) return DONE
  fold.recurrenceEnded = false
  return beginRun(fold, moment)
}

/** Another definition of the group starts with this event and goes first. */
function isOutranked(fold: Fold, moment: Moment): boolean {
  if (fold.above.length === 0) return false
  const own = fold.run !== undefined && isOpen(fold.run) ? fold.run.def : defAt(fold, moment.at)
  return fold.above.some((versions) => {
    const other = defAt({ versions }, moment.at)
    if (own === undefined || other === undefined || other.heldBack !== undefined) return false
    return other.group === own.group && other.priority > own.priority && matches(other.start, moment.event)
  })
}

/** A recurring clock: a period that ends unmet is broken, and the next one begins, until it is cancelled. */
export function lapse(fold: Fold, until: EpochSecond): Step {
  for (let periods = 0; periods < MOST_PERIODS; periods += 1) {
    const { run } = fold
    if (run?.def.unit !== 'recurring' || fold.recurrenceEnded) return DONE
    if (isOpen(run)) {
      const due = currentDue(fold, run, until)
      if (!due.ok) return due
      if (due.value === null || due.value.due >= until) return DONE
      const ended = endRun(fold, run, periodEnded(run, due.value.due), 'lapsed')
      if (!ended.ok) return ended
    }
    if (run.state !== 'met' && run.state !== 'broken') return DONE
    const next = endOfLocalDay(run.calendar, lastDayOfPeriod(run.startDay, run.def.period ?? 'day'))
    if (next > until) return DONE
    const begun = beginRun(fold, periodEnded(run, next))
    if (!begun.ok || fold.run === run) return begun
  }
  return refuse('sla.beyond_horizon', { days: MOST_PERIODS })
}

function periodEnded(run: Run, at: EpochSecond): Moment {
  const event: ClockEvent = { id: `${run.def.id}:${run.number}`, type: 'clock.period_ended', at: instantOf(at) }
  return { event, at }
}

/** The case goes to another office: what was consumed stays, the rest counts by the new hours. */
function moveCalendar(fold: Fold, moment: Moment): Step {
  const { run } = fold
  const def = run !== undefined && isOpen(run) ? run.def : defAt(fold, moment.at)
  if (def === undefined || !matches(def.calendarOn, moment.event)) return DONE
  const id = moment.event.facts?.['calendar']
  const calendar = typeof id === 'string' ? fold.calendars.get(id) : undefined
  if (calendar === undefined) return refuse('sla.unknown_calendar', { calendar: String(id), event: moment.event.id })
  const from = fold.moved ? fold.calendar : (run?.calendar ?? fold.calendar)
  fold.calendar = calendar
  fold.moved = true
  if (run === undefined || !isOpen(run) || calendar === from) return DONE
  const late = noteBreach(fold, run, moment.at)
  if (!late.ok) return late
  keepReached(run, moment.at)
  run.calendar = spliceCalendars(run.calendar, calendar, moment.at)
  return note(fold, run, moment, 'moved')
}

export function isOpen(run: Run): boolean {
  return run.state === 'running' || run.state === 'paused'
}

function applyToOpen(fold: Fold, run: Run, moment: Moment): Step {
  const { def } = run
  const { event } = moment
  if (matches(def.stop, event)) {
    const ended = endRun(fold, run, moment, 'stopped')
    return ended.ok && def.recurs ? beginRun(fold, moment) : ended
  }
  if (matches(def.cancel, event)) return endRun(fold, run, moment, 'cancelled')
  if (def.extension !== undefined && matches(def.extension.on, event)) return extend(fold, run, moment)
  if (def.earlyTelling !== undefined && matches(def.earlyTelling.on, event)) return tellLater(fold, run, moment)
  const { openPause } = run
  if (openPause === null) return pause(fold, run, moment)
  const reason = def.pauseReasons.find((one) => one.reason === openPause.reason)
  return reason !== undefined && matches(reason.until, event) ? resume(fold, run, moment, 'resumed') : DONE
}

/** SLA §2 rule 5: only a listed reason pauses, with its evidence, and a breach before it stays. */
function pause(fold: Fold, run: Run, moment: Moment): Step {
  const { event, at } = moment
  const reason = run.def.pauseReasons.find((one) => matches(one.on, event))
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
  const { extension } = run.def
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
  setBudget(run, moment.at, run.budget + extension.add)
  return note(fold, run, moment, 'extended')
}

/** Later only after telling why: before due, with the reason, to a time that is later indeed. */
function tellLater(fold: Fold, run: Run, moment: Moment): Step {
  const { earlyTelling } = run.def
  if (earlyTelling === undefined) return DONE
  const late = noteBreach(fold, run, moment.at)
  if (!late.ok) return late
  const facts = moment.event.facts ?? {}
  const due = timeOfFact(run.calendar, facts[earlyTelling.newTime])
  const lacking = earlyTelling.evidence.some((fact) => (facts[fact] ?? null) === null || facts[fact] === '')
  const now = currentDue(fold, run, moment.at)
  if (!now.ok) return now
  const isLater = due !== undefined && now.value !== null && due > now.value.due
  if (lacking || !isLater || run.breachedAt !== null) return note(fold, run, moment, 'tellingRefused')
  keepReached(run, moment.at)
  run.agreed = { due, toldAt: moment.at }
  return note(fold, run, moment, 'toldLater')
}

/** SLA §2 rule 7: consumed time is kept; a new budget already used up is breached at the change. */
function applyAttribute(fold: Fold, moment: Moment): Step {
  const { run } = fold
  const def = run !== undefined && isOpen(run) ? run.def : defAt(fold, moment.at)
  const change = def?.onAttributeChange
  if (def === undefined || change === undefined || !matches(change.on, moment.event)) return DONE
  const value = moment.event.facts?.[change.fact]
  fold.level = value === undefined ? undefined : String(value)
  if (run === undefined || !isOpen(run) || change.mode === 'ignore') return DONE
  const budget = budgetOf(def, fold.level)
  if (budget === run.classBudget) return DONE
  if (change.mode === 'restart') {
    const ended = endRun(fold, run, moment, 'superseded')
    return ended.ok ? beginRun(fold, moment) : ended
  }
  return changeClass(fold, run, moment, budget)
}

function changeClass(fold: Fold, run: Run, moment: Moment, budget: number): Step {
  const late = noteBreach(fold, run, moment.at)
  if (!late.ok) return late
  const before = currentDue(fold, run, moment.at)
  if (!before.ok) return before
  setBudget(run, moment.at, run.budget + budget - run.classBudget)
  run.classBudget = budget
  const used = isUsedUp(run, moment.at)
  if (!used.ok) return used
  if (used.value) {
    run.floor = run.breachedAt === null ? moment.at : (before.value?.due ?? moment.at)
    if (run.breachedAt === null) {
      run.breachedAt = moment.at
      run.breachCause = 'reclassified'
      run.breachedBy = moment.event.by ?? null
    }
  } else if (run.breachCause === 'reclassified') {
    // Up, then down equals never changed: the change alone had broken it.
    run.breachedAt = null
    run.breachCause = null
    run.breachedBy = null
  }
  return note(fold, run, moment, 'reclassified')
}

function isUsedUp(run: Run, at: EpochSecond): Decision<boolean, DueRefusal> {
  const present = run.openPause?.from ?? at
  if (!isDayUnit(run.unit)) return ok(consumedBy(run.calendar, run, present) >= run.budget)
  const due = dueOf(run.def, run.calendar, run)
  return due.ok ? ok(due.value.due <= present) : due
}
