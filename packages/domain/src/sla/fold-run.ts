/** The moves of one run inside a fold: begin, note a row, find a breach, end, and the state it shows (SLA §2). */
import { isDay, ok, type Day, type Decision } from '../kernel/index.ts'
import type { Calendar } from './calendar.ts'
import type { ClockDef, ClockEvent } from './clock-def.ts'
import type { ClockState, LedgerCause, LedgerRow, RunState, Threshold } from './clock-state.ts'
import { explainDue, explainPause, type DueTurn, type LateEntry } from './explain.ts'
import { instantOf, secondsOf, type EpochSecond } from './instant.ts'
import { plainRun, thresholdSeconds, type ThresholdSecond } from './plain-run.ts'
import { dueOf, isDayUnit, lastDayOf, type ClosedPause, type Due, type OpenPause, type RunFacts } from './run.ts'
import { endOfLocalDay, localDay, type DueRefusal } from './working-time.ts'

export type Moment = {
  readonly event: ClockEvent
  readonly at: EpochSecond
  /** What the event said where it was entered too late to be taken at its word. */
  readonly claimedAt?: EpochSecond
  /** When it was entered; at the earliest when it happened. */
  readonly recordedAt?: EpochSecond
  /** No event of the case: a version is re-applied to what runs. */
  readonly reapplied?: ClockDef
}

export type Run = RunFacts & {
  readonly number: number
  /** The version of the definition the run began under; it keeps it (SLA §2 rule 18). */
  readonly def: ClockDef
  calendar: Calendar
  readonly startDay: Day
  budget: number
  /** The budget of its class alone, without extensions. */
  classBudget: number
  state: RunState
  pauses: ClosedPause[]
  openPause: OpenPause | null
  extensions: number
  stoppedAt: EpochSecond | null
  breachedAt: EpochSecond | null
  breachCause: 'overdue' | 'reclassified' | 'redefined' | null
  breachedBy: string | null
  /** The start was entered later than it happened: when, and what it said where it was not taken at its word. */
  readonly entered: LateEntry | null
  /** When the run went over to the version it has now. */
  redefined: { readonly at: EpochSecond; readonly version: number } | null
  /** The due time a change of class or of the rule fixed, since the new budget was used up already. */
  floor: EpochSecond | null
  /** The later time the customer was told of before it was due. */
  agreed: { readonly due: EpochSecond; readonly toldAt: EpochSecond } | null
  /** Thresholds reached under an earlier budget stay where they were. */
  reached: Map<number, EpochSecond>
  lastDue: EpochSecond | null
  ledger: LedgerRow[]
}

export type Fold = {
  /** Versions of one definition, earliest first. */
  readonly versions: readonly ClockDef[]
  /** Other definitions of the same group, each with its versions, earliest first. */
  readonly above: readonly (readonly ClockDef[])[]
  calendar: Calendar
  /** The case was moved to that calendar; until then each version counts by its own. */
  moved: boolean
  readonly calendars: ReadonlyMap<string, Calendar>
  /** The clocks of law that end this one earlier. */
  readonly caps: readonly ClockState[]
  /** What the last event of a class change said, for runs to come. */
  level: string | undefined
  revision: number
  run: Run | undefined
  earlier: ClockState[]
  /** A recurring clock that was cancelled between two periods begins no more. */
  recurrenceEnded: boolean
}

/** The version whose runs begin at an instant. */
export function defAt(fold: Pick<Fold, 'versions'>, at: EpochSecond): ClockDef | undefined {
  return fold.versions.findLast((def) => def.from === undefined || (secondsOf(def.from) ?? 0) <= at)
}

export function budgetOf(def: ClockDef, level: string | undefined): number {
  return (level === undefined ? undefined : def.onAttributeChange?.budgets[level]) ?? def.budget
}

type Step = Decision<void, DueRefusal>
type RunDue = Due & { readonly turn: DueTurn | undefined }

export function beginRun(fold: Fold, moment: Moment): Step {
  const def = defAt(fold, moment.at)
  if (def === undefined || def.heldBack !== undefined) return ok(undefined)
  const { dueFact } = def
  const calendar = calendarFor(fold, def)
  const fixedDue = dueFact === undefined ? undefined : timeOfFact(calendar, moment.event.facts?.[dueFact])
  // A date nobody named starts no clock.
  if (dueFact !== undefined && fixedDue === undefined) return ok(undefined)
  if (fold.run !== undefined) {
    const before = stateOfRun(fold, fold.run, moment.at)
    if (!before.ok) return before
    fold.earlier.push({ ...before.value, earlier: [] })
  }
  const budget = budgetOf(def, fold.level)
  const run: Run = {
    number: (fold.run?.number ?? 0) + 1,
    def,
    calendar,
    unit: def.unit,
    startedAt: moment.at,
    startDay: localDay(calendar, moment.at),
    budget,
    classBudget: budget,
    fixedDue,
    state: 'running',
    pauses: [],
    openPause: null,
    extensions: 0,
    stoppedAt: null,
    breachedAt: null,
    breachCause: null,
    breachedBy: null,
    entered: lateEntry(calendar, def, moment),
    redefined: null,
    floor: null,
    agreed: null,
    reached: new Map(),
    lastDue: null,
    ledger: [],
  }
  fold.run = run
  return note(fold, run, moment, 'started')
}

/** The calendar of the version, unless the case was moved to another. */
export function calendarFor(fold: Pick<Fold, 'calendar' | 'calendars' | 'moved'>, def: ClockDef): Calendar {
  if (fold.moved || def.calendar === fold.calendar.id) return fold.calendar
  return fold.calendars.get(def.calendar) ?? fold.calendar
}

/** Entered on a later day, or where seconds count, at a later minute. */
function lateEntry(calendar: Calendar, def: ClockDef, { at, claimedAt, recordedAt = at }: Moment): LateEntry | null {
  if (claimedAt !== undefined) return { at: recordedAt, claimedAt }
  const late = isDayUnit(def.unit)
    ? localDay(calendar, recordedAt) > localDay(calendar, at)
    : recordedAt - at >= SECONDS_OF_MINUTE
  return late ? { at: recordedAt, claimedAt: null } : null
}
const SECONDS_OF_MINUTE = 60

/** A day means its 24:00. */
export function timeOfFact(calendar: Calendar, value: unknown): EpochSecond | undefined {
  if (typeof value !== 'string') return undefined
  return isDay(value) ? endOfLocalDay(calendar, value) : secondsOf(value)
}

/** The due time as it stands at an instant; null while paused. */
export function currentDue(fold: Fold, run: Run, at: EpochSecond): Decision<RunDue | null, DueRefusal> {
  if (run.openPause !== null) return ok(null)
  const own = promisedDue(run)
  if (!own.ok) return own
  const { agreed } = run
  const due: RunDue =
    agreed === null || agreed.due <= own.value.due
      ? own.value
      : { ...own.value, ...endingAt(run.calendar, agreed.due), turn: { by: 'agreement', promised: own.value.due } }
  const cap = capAt(fold.caps, run.def, run.stoppedAt ?? at)
  if (cap === undefined || cap.due >= due.due) return ok(due)
  const turn: DueTurn = { by: 'cap', clock: cap.clock }
  const provisional = due.provisional || cap.provisional
  return ok({ ...due, ...endingAt(run.calendar, cap.due), provisional, turn })
}

/** The due time before any agreement on a later one. */
export function promisedDue(run: Run): Decision<RunDue, DueRefusal> {
  const own = plainRun(run.def, run.calendar, run)?.due ?? dueOf(run.def, run.calendar, run)
  if (!own.ok) return own
  return ok(
    run.floor === null || own.value.due > run.floor
      ? { ...own.value, turn: undefined }
      : {
          ...own.value,
          ...endingAt(run.calendar, run.floor),
          turn: { by: run.breachCause === 'redefined' ? 'redefined' : 'reclassified' },
        },
  )
}

function endingAt(calendar: Calendar, due: EpochSecond) {
  return { due, statutoryDue: due, dueDay: lastDayOf(calendar, due) }
}

type Cap = { readonly clock: string; readonly due: EpochSecond; readonly provisional: boolean }

/** The earliest safe end of the capping clocks as their ledgers knew it then; none while they are paused. */
function capAt(caps: readonly ClockState[], def: ClockDef, at: EpochSecond): Cap | undefined {
  let first: Cap | undefined
  for (const cap of caps) {
    if (!def.cappedBy.includes(cap.id)) continue
    let last: LedgerRow | undefined
    for (const state of [...cap.earlier, cap]) {
      for (const row of state.ledger) if ((secondsOf(row.at) ?? 0) <= at) last = row
    }
    const due = last === undefined || last.dueAfter === null ? undefined : secondsOf(last.dueAfter)
    if (last === undefined || due === undefined || (first !== undefined && first.due <= due)) continue
    first = { clock: cap.id, due, provisional: last.provisional }
  }
  return first
}

/** Records that the due time passed before `at`; nothing begins to be late during a pause. */
export function noteBreach(fold: Fold, run: Run, at: EpochSecond): Step {
  if (run.breachedAt !== null) return ok(undefined)
  const due = currentDue(fold, run, at)
  if (!due.ok) return due
  if (due.value !== null && due.value.due < at) {
    run.breachedAt = due.value.due
    run.breachCause = 'overdue'
  }
  return ok(undefined)
}

/** Warnings that came before a change of the due time stay where they were. */
export function keepReached(run: Run, at: EpochSecond): void {
  for (const { percent, second } of thresholdsBefore(run)) {
    if (second <= (run.openPause?.from ?? at) && !run.reached.has(percent)) run.reached.set(percent, second)
  }
}

export function setBudget(run: Run, at: EpochSecond, budget: number): void {
  keepReached(run, at)
  run.budget = budget
  run.floor = null
  reachedBy(run, at)
}

/** Warnings that a change has put into the past come at the change. */
export function reachedBy(run: Run, at: EpochSecond): void {
  for (const { percent, second } of thresholdsBefore(run)) {
    if (second < at && !run.reached.has(percent)) run.reached.set(percent, at)
  }
}

export function endRun(fold: Fold, run: Run, moment: Moment, cause: EndCause): Step {
  if (run.openPause !== null) {
    run.pauses.push({ from: run.openPause.from, to: moment.at, label: run.openPause.label })
    run.openPause = null
  }
  const late = noteBreach(fold, run, moment.at)
  if (!late.ok) return late
  run.stoppedAt = moment.at
  if (cause === 'lapsed' && run.breachedAt === null) {
    run.breachedAt = moment.at
    run.breachCause = 'overdue'
  }
  const kept = run.breachedAt === null ? 'met' : 'broken'
  run.state = cause === 'stopped' || cause === 'lapsed' ? kept : STATE_AFTER[cause]
  return note(fold, run, moment, cause)
}

const STATE_AFTER = { cancelled: 'cancelled', definitionEnded: 'cancelled', superseded: 'superseded' } as const
type EndCause = 'stopped' | 'lapsed' | keyof typeof STATE_AFTER

/** Writes the ledger row of an event. */
export function note(fold: Fold, run: Run, moment: Moment, cause: LedgerCause): Step {
  const due = currentDue(fold, run, moment.at)
  if (!due.ok) return due
  fold.revision += 1
  const now = due.value
  run.ledger.push({
    revision: fold.revision,
    run: run.number,
    cause,
    eventId: moment.event.id,
    at: instantOf(moment.at),
    claimedAt: orNull(moment.claimedAt ?? null),
    by: moment.event.by ?? null,
    dueBefore: orNull(run.lastDue),
    dueAfter: orNull(now?.due ?? null),
    safeDue: orNull(now?.due ?? null),
    statutoryDue: orNull(now?.statutoryDue ?? null),
    provisional: now?.provisional ?? false,
    explanation: explain(run, now),
    versions: { definition: run.def.version, calendar: `${run.calendar.id}@${run.calendar.version}` },
  })
  run.lastDue = now?.due ?? null
  return ok(undefined)
}

function explain(run: Run, due: RunDue | null): string {
  if (run.openPause !== null) return explainPause(run.def, run.calendar, run, run.openPause)
  if (due === null) return ''
  const plain =
    due.turn === undefined && run.redefined === null && run.entered === null
      ? plainRun(run.def, run.calendar, run)
      : undefined
  if (plain === undefined) return explainDue(run.def, run.calendar, run, due, due.turn)
  return (plain.explanation ??= explainDue(run.def, run.calendar, run, due))
}

function orNull(second: EpochSecond | null) {
  return second === null ? null : instantOf(second)
}

/** The run as seen at `present`. */
export function stateOfRun(fold: Fold, run: Run, present: EpochSecond): Decision<ClockState, DueRefusal> {
  const { def } = run
  const due = currentDue(fold, run, present)
  if (!due.ok) return due
  const now = due.value
  const lateNow = run.state === 'running' && run.breachedAt === null && now !== null && now.due < present
  const promised = now?.turn?.by === 'agreement' ? now.turn.promised : null
  const breachedAt = lateNow ? now.due : run.breachedAt
  return ok({
    id: def.id,
    name: def.name,
    version: def.version,
    kind: def.kind,
    unit: def.unit,
    background: def.background,
    run: run.number,
    state: run.state,
    startedAt: instantOf(run.startedAt),
    startDay: run.startDay,
    dueAt: orNull(now?.due ?? null),
    dueDay: now?.dueDay ?? null,
    safeDue: orNull(now?.due ?? null),
    statutoryDue: orNull(now?.statutoryDue ?? null),
    provisional: now?.provisional ?? false,
    stoppedAt: orNull(run.stoppedAt),
    breachedAt: orNull(breachedAt),
    breachCause: lateNow ? 'overdue' : run.breachCause,
    breachedBy: run.breachedBy,
    promisedDueAt: orNull(promised),
    byAgreement: run.state === 'met' && promised !== null && run.stoppedAt !== null && run.stoppedAt > promised,
    explanation: explain(run, now),
    thresholds: thresholdsOf(run, now),
    ledger: run.ledger,
    earlier: fold.earlier,
  })
}

/** SLA §2 rule 10: instants while running; what was reached, once paused or stopped. */
function thresholdsOf(run: Run, due: RunDue | null): readonly Threshold[] {
  const end = run.openPause?.from ?? run.stoppedAt
  if (end === null && run.reached.size === 0 && due?.turn === undefined) {
    const plain = plainRun(run.def, run.calendar, run)
    if (plain !== undefined) return plain.told
  }
  return thresholdsBefore(run).flatMap((one) => {
    const second = run.reached.get(one.percent) ?? shareUntil(run, due, one.percent)
    if (end !== null && (second ?? one.second) > end) return []
    return [{ percent: one.percent, at: second === undefined ? one.at : instantOf(second) }]
  })
}

/** A cap shortens the whole way and an agreement lengthens it, so the warnings before it move in proportion. */
function shareUntil(run: Run, due: RunDue | null, percent: number): EpochSecond | undefined {
  if (due === null || (due.turn?.by !== 'cap' && due.turn?.by !== 'agreement')) return undefined
  const at = run.startedAt + Math.floor(((due.due - run.startedAt) * percent) / 100)
  return due.turn.by === 'agreement' ? Math.max(at, run.agreed?.toldAt ?? at) : at
}

function thresholdsBefore(run: Run): readonly ThresholdSecond[] {
  return plainRun(run.def, run.calendar, run)?.thresholds ?? thresholdSeconds(run.def, run.calendar, run)
}
