/**
 * A clock is a pure fold over the events of its case, a definition and a calendar (CLK-03; SLA §1, §2 rules 1, 4–9,
 * 12, 15, 18). Nothing is stored that cannot be derived again: the same events give the same rows. Met or broken is
 * decided by timestamps, met if and only if stop ≤ due.
 */
import { ok, refuse, type Decision, type Instant } from '../kernel/index.ts'
import { calendarInForce, type Calendar } from './calendar.ts'
import type { ClockDef, ClockEvent } from './clock-def.ts'
import type { ClockState } from './clock-state.ts'
import { applyMoment, isOpen, lapse, type StepRefusal } from './fold-moves.ts'
import { reapply, withReapplied } from './fold-reapply.ts'
import { defAt, endRun, stateOfRun, type Fold, type Moment } from './fold-run.ts'
import { secondsOf, type EpochSecond } from './instant.ts'
import { enteredEvents, orderFor, type Entered } from './order-events.ts'

export type FoldRefusal = StepRefusal | 'sla.bad_event_time'

/** What a clock is folded over. */
export type FoldGround = {
  /** Versions of one definition, earliest first. */
  readonly versions: readonly ClockDef[]
  /** Others of the same group, each with its versions: where one of higher priority starts, this one does not. */
  readonly above?: readonly (readonly ClockDef[])[]
  readonly calendar: Calendar
  /** For cases that move to another calendar. */
  readonly calendars?: ReadonlyMap<string, Calendar>
  readonly caps?: readonly ClockState[]
  /** How late a running clock is; without it the last event is the present. */
  readonly now?: Instant | undefined
}

/** The state of the clock's last run, `undefined` if it never started. */
export function foldClock(
  def: ClockDef,
  events: readonly ClockEvent[],
  calendar: Calendar,
  now?: Instant,
  caps: readonly ClockState[] = [],
): Decision<ClockState | undefined, FoldRefusal> {
  return foldVersions({ versions: [def], calendar, now, caps }, events)
}

export function foldVersions(
  ground: FoldGround,
  events: readonly ClockEvent[],
): Decision<ClockState | undefined, FoldRefusal> {
  const entered = enteredEvents(events)
  return entered.ok ? foldEntered(ground, entered.value) : entered
}

/** The same over events whose times were read already: a case has many clocks and one list of events. */
export function foldEntered(
  ground: FoldGround,
  entered: readonly Entered[],
): Decision<ClockState | undefined, FoldRefusal> {
  const present = ground.now === undefined ? 0 : secondsOf(ground.now)
  if (present === undefined) return refuse('sla.bad_event_time', { event: 'now', at: ground.now ?? '' })
  const moments = withReapplied(ground.versions, orderFor(ground.versions, entered))
  const until = Math.max(present, moments.at(-1)?.at ?? present)
  const latest = foldMoments(ground, moments, until)
  const neverRevised = ground.versions.length === 1 && ground.calendar.earlier === undefined
  if (!latest.ok || latest.value === undefined || neverRevised) return latest
  return keepEnded(ground, moments, until, latest.value)
}

function foldMoments(
  ground: FoldGround,
  moments: readonly Moment[],
  until: EpochSecond,
): Decision<ClockState | undefined, FoldRefusal> {
  const fold: Fold = {
    versions: ground.versions,
    above: ground.above ?? [],
    calendar: ground.calendar,
    moved: false,
    calendars: ground.calendars ?? new Map(),
    caps: ground.caps ?? [],
    level: undefined,
    revision: 0,
    run: undefined,
    earlier: [],
    recurrenceEnded: false,
  }
  const endedAt = definitionEnd(ground.versions, until)
  for (const moment of moments) {
    if (moment.at >= endedAt) break
    const lapsed = lapse(fold, moment.at)
    if (!lapsed.ok) return lapsed
    const step = moment.reapplied ? reapply(fold, moment, moment.reapplied) : applyMoment(fold, moment)
    if (!step.ok) return step
  }
  const lapsed = lapse(fold, Math.min(until, endedAt))
  if (!lapsed.ok) return lapsed
  const { run } = fold
  if (run === undefined) return ok(undefined)
  if (endedAt <= until && isOpen(run)) {
    const id = `${run.def.id}@${run.def.version}`
    const event: ClockEvent = { id, type: 'clock.definition_ended', at: '' }
    const ended = endRun(fold, run, { event, at: endedAt }, 'definitionEnded')
    if (!ended.ok) return ended
  }
  return stateOfRun(fold, run, until)
}

/** Ending a definition ends its clocks (SLA §2 rule 18). */
function definitionEnd(versions: readonly ClockDef[], until: EpochSecond): EpochSecond {
  const told = defAt({ versions }, until)?.endedAt
  return (told === undefined ? undefined : secondsOf(told)) ?? Infinity
}

/** SLA §2 rule 15: a run that ended under an earlier version of its calendar never changes. */
function keepEnded(
  ground: FoldGround,
  moments: readonly Moment[],
  until: EpochSecond,
  latest: ClockState,
): Decision<ClockState, FoldRefusal> {
  const runs: ClockState[] = []
  for (const run of [...latest.earlier, latest]) {
    const ended = run.stoppedAt === null ? undefined : secondsOf(run.stoppedAt)
    const then = ended === undefined ? ground : groundAt(ground, ended)
    if (then === ground) {
      runs.push(run)
      continue
    }
    const before = foldMoments(then, moments, until)
    if (!before.ok) return before
    const kept = [...(before.value?.earlier ?? []), before.value].find((one) => one?.run === run.run)
    runs.push({ ...(kept ?? run), earlier: [] })
  }
  const last = runs.at(-1) ?? latest
  return ok({ ...last, earlier: runs.slice(0, -1) })
}

/** The same ground with the calendars of its versions as they were in force at an instant. */
function groundAt(ground: FoldGround, at: EpochSecond): FoldGround {
  const calendar = calendarInForce(ground.calendar, at)
  const others = ground.versions.flatMap(({ calendar: id }) => {
    const own = id === ground.calendar.id ? undefined : ground.calendars?.get(id)
    const then = own && calendarInForce(own, at)
    return then === undefined || then === own ? [] : [[id, then] as const]
  })
  if (calendar === ground.calendar && others.length === 0) return ground
  return { ...ground, calendar, calendars: new Map([...(ground.calendars ?? []), ...others]) }
}
