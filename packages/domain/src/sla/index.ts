/**
 * Clocks: calendars, promises and limits of law as data, folded from events; warnings, extensions and the reason of
 * every due date.
 */
export {
  changedDays,
  missingYear,
  movedDues,
  otherOutcomes,
  type ChangedDay,
  type MovedDue,
  type OtherOutcome,
} from './calendar-change.ts'
export { calendarChangeLifecycle, clockDefinitionLifecycle, lateEntryLifecycle } from './lifecycles.ts'
export type { CalendarChangeState, ClockDefinitionState, LateEntryState } from './lifecycles.ts'
export { decideLateEntry, heldEntries, type HeldEntry, type MovedClock } from './late-entry.ts'
export { checkDefinition, lastVersion, type CheckedDefinition, type DefinitionWish } from './definition-check.ts'
export {
  CLOCK_KIND_WORDS,
  definitionChanges,
  definitionFacts,
  definitionSentence,
  limitWords,
  STANDING_WORDS,
  type DefinitionWords,
  type FieldChange,
} from './definition-words.ts'
export { CASE_KINDS, caseKindsOf, EVENT_WORDS, type CaseKind } from './event-words.ts'

export { BROKEN_PERCENT, dueAnnouncements, firstLook } from './announce.ts'
export { isAtOnce, levelsAt, parseEscalation, type Escalation } from './escalation.ts'
export { ESCALATION_LEVELS, isEscalationLevel, type EscalationLevel } from './escalation-levels.ts'
export { earliestDue, foldClocks } from './fold-clocks.ts'
export type { FoldRefusal } from './fold-clock.ts'
export { unknownEvents } from './lint-clock-defs.ts'
export { parseClockDefs, readClockDefs } from './parse-clock-defs.ts'
export { CLOCK_KINDS } from './clock-def.ts'
export type { ClockDef, ClockEvent, ClockKind, ClockUnit, EventPattern } from './clock-def.ts'
export { RUN_STATE_WORDS } from './clock-state.ts'
export type { ClockState, LedgerCause, LedgerRow, RunState, Threshold } from './clock-state.ts'
export { answerClockCase } from './answer-clock-case.ts'
export { isWorkingDay, parseCalendar, ruleOf } from './calendar.ts'
export type { Calendar } from './calendar.ts'
export { reviseCalendar } from './calendar.ts'
export { calendarOfOffice, heedsOffice, KEPT_BY } from './offices.ts'
export { secondsOf } from './instant.ts'
export { nationalTable, parseHolidayYear } from './national.ts'
export type { HolidayYear, NationalTable } from './national.ts'
export { remainingOf, type Remaining } from './remaining.ts'
export { nextOpen } from './next-open.ts'
export { addWorkingTime, workingTime } from './working-time.ts'
export { availability, decideFault, wasDown } from './service-fault.ts'
export { SLA_REFUSALS, type SlaRefusal } from './refusals.ts'
export { eventCatalogue as clockEvents } from './events.ts'
export { expectedFinish, FEWEST_CASES, sayableFinish } from './expected-finish.ts'
export type { ExpectedFinish, FinishedCase, ForecastError, OpenCase } from './expected-finish.ts'
export { learnFinish, remainingBy, testFinish } from './finish-table.ts'
export type { FinishPoint, FinishTable } from './finish-table.ts'
export { hasEntered, patternsOf } from './order-events.ts'
