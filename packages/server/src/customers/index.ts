export {
  findPersonByIdHash,
  loadPerson,
  openSecrets,
  personSummaries,
  type PersonRecord,
  type PersonSecrets,
  type PersonSummary,
} from './person-reads.ts'
export { insertPerson, type NewPerson } from './store-new-person.ts'
export { loadPeople, type PersonToLoad } from './store-load.ts'
export { openAccount, sealAccount } from './payee-secret.ts'
export { DOUBLES_TASK, runDoubleSearch, startDoubleSearch } from './doubles-run.ts'
export { careOf, type CareKnown } from './care-of.ts'
export { steeringOf } from './care-table.ts'
export { CARE_CASE_EVENTS, FOLLOW_CASE, followCareCase } from './follow-care-case.ts'
export { handOverCare, tendCare } from './hand-over-care.ts'
export { customerRoutes } from './routes.ts'
export { customerChangeKinds } from './change-kinds.ts'
export { villageScope } from './scope.ts'
export { helperFacts } from './helper-facts.ts'
export { enterProxy } from './proxy-entry.ts'
export { proxyTerms } from './proxy-terms.ts'
export { endProxies } from './proxy-ends.ts'
export { proxyWords } from './proxy-words.ts'
export { proposePayee } from './propose-payee.ts'
export { updateFromRoster, type FromRoster } from './store-from-roster.ts'
export type { PersonalDataSource } from './personal-data.ts'
export { customerSource, documentSource } from './privacy-source.ts'
export { privacyRoutes } from './routes-privacy.ts'
export { privacyJobs } from './privacy-jobs.ts'
export { privacyDirectory, privacyKeepers } from './data-request-due.ts'
export { requestFiles } from './privacy-files.ts'
export { enterExport } from './export-entry.ts'
export { consentByPhone, useStopped } from './consent-entry.ts'
export { enterDataRequest } from './data-request-entry.ts'
export { purposeViews } from './views-consents.ts'
export { requestsOfPerson } from './store-data-requests.ts'
export { proposeMonthly } from './retention-monthly.ts'
