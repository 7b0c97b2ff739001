/** The moves of one run inside a fold: begin, note a row, find a breach, end, and the state it shows (SLA §2). */
import { ok, type Day, type Decision } from '../kernel/index.ts'
import type { Calendar } from './calendar.ts'
import type { ClockDef, ClockEvent } from './clock-def.ts'
import type { ClockState, LedgerCause, LedgerRow, RunState, Threshold } from './clock-state.ts'
import { explainDue, explainPause, type DueTurn } from './explain.ts'
import { instantOf, secondsOf, type EpochSecond } from './instant.ts'
import { dueOf, lastDayOf, thresholdOf, type ClosedPause, type Due, type OpenPause, type RunFacts } from './run.ts'
import { localDay, type DueRefusal } from './working-time.ts'

export type Moment = { readonly event: ClockEvent; readonly at: EpochSecond }

export type Run = RunFacts & {
  readonly number: number
  readonly startDay: Day
  budget: number
  state: RunState
  pauses: ClosedPause[]
  openPause: OpenPause | null
  extensions: number
  stoppedAt: EpochSecond | null
  breachedAt: EpochSecond | null
  breachCause: 'overdue' | 'reclassified' | null
  breachedBy: string | null
  /** The due time a change of class fixed, since the new budget was used up already. */
  floor: EpochSecond | null
  /** Thresholds reached under an earlier budget stay where they were. */
  reached: Map<number, EpochSecond>
  lastDue: EpochSecond | null
  ledger: LedgerRow[]
}

export type Fold = {
  readonly def: ClockDef
  readonly calendar: Calendar
  readonly cap: ClockState | undefined
  budget: number
  revision: number
  run: Run | undefined
  earlier: ClockState[]
}

type Step = Decision<void, DueRefusal>
type RunDue = Due & { readonly turn: DueTurn | undefined }

export function beginRun(fold: Fold, moment: Moment): Step {
  if (fold.run !== undefined) {
    const before = stateOfRun(fold, fold.run, moment.at)
    if (!before.ok) return before
    fold.earlier.push({ ...before.value, earlier: [] })
  }
  const run: Run = {
    number: (fold.run?.number ?? 0) + 1,
    unit: fold.def.unit,
    startedAt: moment.at,
    startDay: localDay(fold.calendar, moment.at),
    budget: fold.budget,
    state: 'running',
    pauses: [],
    openPause: null,
    extensions: 0,
    stoppedAt: null,
    breachedAt: null,
    breachCause: null,
    breachedBy: null,
    floor: null,
    reached: new Map(),
    lastDue: null,
    ledger: [],
  }
  fold.run = run
  return note(fold, run, moment, 'started')
}

/** The due time as it stands at an instant; null while paused. */
export function currentDue(fold: Fold, run: Run, at: EpochSecond): Decision<RunDue | null, DueRefusal> {
  if (run.openPause !== null) return ok(null)
  const own = dueOf(fold.def, fold.calendar, run)
  if (!own.ok) return own
  const due: RunDue =
    run.floor === null || own.value.due > run.floor
      ? { ...own.value, turn: undefined }
      : { ...own.value, ...endingAt(fold.calendar, run.floor), turn: { by: 'reclassified' } }
  const cap = capAt(fold.cap, run.stoppedAt ?? at)
  if (cap === undefined || cap.due >= due.due || fold.cap === undefined) return ok(due)
  const turn: DueTurn = { by: 'cap', clock: fold.cap.id }
  const provisional = due.provisional || cap.provisional
  return ok({ ...due, ...endingAt(fold.calendar, cap.due), provisional, turn })
}

function endingAt(calendar: Calendar, due: EpochSecond) {
  return { due, statutoryDue: due, dueDay: lastDayOf(calendar, due) }
}

/** The safe end of the capping clock as its ledger knew it then; none while it is paused. */
function capAt(cap: ClockState | undefined, at: EpochSecond) {
  if (cap === undefined) return undefined
  let last: LedgerRow | undefined
  for (const state of [...cap.earlier, cap]) {
    for (const row of state.ledger) if ((secondsOf(row.at) ?? 0) <= at) last = row
  }
  if (last === undefined || last.dueAfter === null) return undefined
  const due = secondsOf(last.dueAfter)
  return due === undefined ? undefined : { due, provisional: last.provisional }
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

export function setBudget(fold: Fold, run: Run, at: EpochSecond, budget: number): void {
  for (const { percent, second } of thresholdSeconds(fold, run)) {
    if (second <= (run.openPause?.from ?? at)) run.reached.set(percent, second)
  }
  run.budget = budget
  run.floor = null
  for (const { percent, second } of thresholdSeconds(fold, run)) {
    if (second < at && !run.reached.has(percent)) run.reached.set(percent, at)
  }
}

export function endRun(fold: Fold, run: Run, moment: Moment, cause: 'stopped' | 'cancelled' | 'superseded'): Step {
  if (run.openPause !== null) {
    run.pauses.push({ from: run.openPause.from, to: moment.at, label: run.openPause.label })
    run.openPause = null
  }
  const late = noteBreach(fold, run, moment.at)
  if (!late.ok) return late
  run.stoppedAt = moment.at
  run.state = cause === 'stopped' ? (run.breachedAt === null ? 'met' : 'broken') : cause
  return note(fold, run, moment, cause)
}

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
    by: moment.event.by ?? null,
    dueBefore: orNull(run.lastDue),
    dueAfter: orNull(now?.due ?? null),
    safeDue: orNull(now?.due ?? null),
    statutoryDue: orNull(now?.statutoryDue ?? null),
    provisional: now?.provisional ?? false,
    explanation: explain(fold, run, now),
    versions: { definition: fold.def.version, calendar: `${fold.calendar.id}@${fold.calendar.version}` },
  })
  run.lastDue = now?.due ?? null
  return ok(undefined)
}

function explain(fold: Fold, run: Run, due: RunDue | null): string {
  if (run.openPause !== null) return explainPause(fold.def, fold.calendar, run, run.openPause)
  return due === null ? '' : explainDue(fold.def, fold.calendar, run, due, due.turn)
}

function orNull(second: EpochSecond | null) {
  return second === null ? null : instantOf(second)
}

/** The run as seen at `present`. */
export function stateOfRun(fold: Fold, run: Run, present: EpochSecond): Decision<ClockState, DueRefusal> {
  const { def } = fold
  const due = currentDue(fold, run, present)
  if (!due.ok) return due
  const now = due.value
  const lateNow = run.state === 'running' && run.breachedAt === null && now !== null && now.due < present
  const breachedAt = lateNow ? now.due : run.breachedAt
  return ok({
    id: def.id,
    name: def.name,
    version: def.version,
    kind: def.kind,
    unit: def.unit,
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
    explanation: explain(fold, run, now),
    thresholds: thresholdsOf(fold, run, now),
    ledger: run.ledger,
    earlier: fold.earlier,
  })
}

/** SLA §2 rule 10: instants while running; what was reached, once paused or stopped. */
function thresholdsOf(fold: Fold, run: Run, due: RunDue | null): Threshold[] {
  const end = run.openPause?.from ?? run.stoppedAt
  const capped = due !== null && due.turn?.by === 'cap' ? due.due : null
  return thresholdSeconds(fold, run).flatMap(({ percent, second }) => {
    // A cap shortens the whole way, so the warnings before it move in proportion.
    const share = capped === null ? second : run.startedAt + Math.floor(((capped - run.startedAt) * percent) / 100)
    const at = run.reached.get(percent) ?? share
    return end === null || at <= end ? [{ percent, at: instantOf(at) }] : []
  })
}

/** Thresholds beyond the horizon have no instant yet. */
function thresholdSeconds(fold: Fold, run: Run) {
  return fold.def.thresholds.flatMap((percent) => {
    const at = thresholdOf(fold.def, fold.calendar, run, percent)
    return at.ok ? [{ percent, second: at.value }] : []
  })
}
