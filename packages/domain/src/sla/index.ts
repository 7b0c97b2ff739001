export { changedDays, missingYear, movedDues, type ChangedDay, type MovedDue } from './calendar-change.ts'
export { calendarChangeLifecycle, type CalendarChangeState } from './lifecycles.ts'
export { BROKEN_PERCENT, dueAnnouncements, firstLook } from './announce.ts'
export {
  ESCALATION_LEVELS,
  isAtOnce,
  isEscalationLevel,
  levelsAt,
  parseEscalation,
  type Escalation,
  type EscalationLevel,
} from './escalation.ts'
export { earliestDue, foldClocks } from './fold-clocks.ts'
export type { FoldRefusal } from './fold-clock.ts'
export { unknownEvents } from './lint-clock-defs.ts'
export { parseClockDefs } from './parse-clock-defs.ts'
export type { ClockDef, ClockEvent, ClockKind, ClockUnit, EventPattern } from './clock-def.ts'
export type { ClockState, LedgerCause, LedgerRow, RunState, Threshold } from './clock-state.ts'
export { answerClockCase } from './answer-clock-case.ts'
export { isWorkingDay, parseCalendar } from './calendar.ts'
export type { Calendar } from './calendar.ts'
export { reviseCalendar } from './calendar.ts'
export { secondsOf } from './instant.ts'
export { nationalTable, parseHolidayYear } from './national.ts'
export type { HolidayYear, NationalTable } from './national.ts'
export { remainingOf, type Remaining } from './remaining.ts'
export { nextOpen } from './next-open.ts'
export { addWorkingTime, workingTime } from './working-time.ts'
export { SLA_REFUSALS, type SlaRefusal } from './refusals.ts'
export { eventCatalogue as clockEvents } from './events.ts'
export { expectedFinish, FEWEST_CASES, sayableFinish } from './expected-finish.ts'
export type { ExpectedFinish, FinishedCase, ForecastError, OpenCase } from './expected-finish.ts'
export { learnFinish, remainingBy, testFinish } from './finish-table.ts'
export type { FinishPoint, FinishTable } from './finish-table.ts'
