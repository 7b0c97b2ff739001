/**
 * A changed rule is re-applied to what runs (SLA §2 rule 18): a run keeps the version it began under, unless a version
 * says from when on running clocks go over to it. Its time so far counts; what was late stays late by the old version;
 * a new limit that is used up already ends at the change; a clock of law never gets a later end, nor is it called off.
 */
import { ok, type Decision } from '../kernel/index.ts'
import type { ClockDef } from './clock-def.ts'
import { isOpen } from './fold-moves.ts'
import {
  budgetOf,
  calendarFor,
  endRun,
  keepReached,
  note,
  noteBreach,
  promisedDue,
  reachedBy,
  type Fold,
  type Moment,
  type Run,
} from './fold-run.ts'
import { secondsOf } from './instant.ts'
import type { DueRefusal } from './working-time.ts'

type Step = Decision<void, DueRefusal>

/** The moments of a case and, among them, those at which a version is re-applied. */
export function withReapplied(versions: readonly ClockDef[], moments: readonly Moment[]): readonly Moment[] {
  if (versions.length === 1) return moments
  const reapplied = versions.flatMap((def): Moment[] => {
    const at = def.reapplyAt === undefined ? undefined : secondsOf(def.reapplyAt)
    if (def.reapplyAt === undefined || at === undefined) return []
    const event = { id: `${def.id}@${def.version}`, type: 'clock.definition_reapplied', at: def.reapplyAt }
    return [{ event, at, reapplied: def }]
  })
  return reapplied.length === 0 ? moments : [...moments, ...reapplied].sort((a, b) => a.at - b.at)
}

export function reapply(fold: Fold, moment: Moment, def: ClockDef): Step {
  const { run } = fold
  if (run === undefined || !isOpen(run) || run.def.version >= def.version) return ok(undefined)
  const late = noteBreach(fold, run, moment.at)
  if (!late.ok || run.breachedAt !== null) return late
  const law = run.def.kind === 'statutory'
  if (def.heldBack !== undefined) return law ? ok(undefined) : endRun(fold, run, moment, 'definitionEnded')
  const before = promisedDue(run)
  if (!before.ok) return before
  keepReached(run, moment.at)
  const next = underVersion(fold, run, def, moment)
  const after = promisedDue(next)
  if (!after.ok) return after
  const later = after.value.due > before.value.due || after.value.statutoryDue > before.value.statutoryDue
  if (law && later) return ok(undefined)
  if (after.value.due < (run.openPause?.from ?? moment.at)) {
    next.floor = moment.at
    next.breachedAt = moment.at
    next.breachCause = 'redefined'
  }
  reachedBy(next, moment.at)
  fold.run = next
  return note(fold, next, moment, 'redefined')
}

function underVersion(fold: Fold, run: Run, def: ClockDef, moment: Moment): Run {
  const classBudget = budgetOf(def, fold.level)
  // What was granted on top stays granted; in another unit it is what the new version grants.
  const granted = def.unit === run.unit ? run.budget - run.classBudget : run.extensions * (def.extension?.add ?? 0)
  return {
    ...run,
    def,
    unit: def.unit,
    calendar: fold.moved || def.calendar === run.def.calendar ? run.calendar : calendarFor(fold, def),
    classBudget,
    budget: classBudget + granted,
    floor: null,
    reached: new Map(run.reached),
    redefined: { at: moment.at, version: def.version },
  }
}
