export { clockCatalogue } from './catalogue.ts'
export { definitionsOf, type Definitions } from './definitions.ts'
export {
  caseEvents,
  deriveClocks,
  keepCaseEvents,
  type CaseEvents,
  type NextDue,
  promisedDays,
} from './derive-clocks.ts'
export { clocksOf, type ClockRow } from './store.ts'
export { announceDue } from './announce-due.ts'
export { lapsePeriods } from './lapse-periods.ts'
export { watchService } from './watch-service.ts'
export { isFaultAt } from './store-faults.ts'
export { slaRoutes } from './routes.ts'
export { lateEntryRoutes } from './routes-late-entries.ts'
export { HELD_TASK, tellLateEntry } from './tell-late-entry.ts'
export { countLateEntries } from './store-late-entries.ts'
export type { CaseDirectory, CaseKnown } from './subjects.ts'
export { calendarsOf } from './calendars.ts'
export { outcomeSql } from './outcome-sql.ts'
export { hoursFor, timeLeftBy, type TellLeft } from './time-left.ts'
export type { Calendars } from './make-calendars.ts'
export type { CaseKeepers, Settled } from './subjects.ts'
export { slaJobs } from './jobs.ts'
export { alarmLeaders } from './alarm-leaders.ts'
export { recomputeAll } from './recompute.ts'
export { alarmCertificates } from './alarm-certificates.ts'
export { alarmMissingYear } from './alarm-missing-year.ts'
export { definitionsInForce } from './definitions-in-force.ts'
