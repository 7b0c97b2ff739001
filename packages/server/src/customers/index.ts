export {
  findPersonByIdHash,
  loadPerson,
  openSecrets,
  personSummaries,
  villageNames,
  secretsOf,
  type PersonRecord,
  type PersonSecrets,
  type PersonSummary,
} from './person-reads.ts'
export { insertPerson, type NewPerson } from './store-new-person.ts'
export { loadPeople, type PersonToLoad } from './store-load.ts'
export { openAccount, sealAccount } from './payees/payee-secret.ts'
export { DOUBLES_TASK, runDoubleSearch, startDoubleSearch } from './doubles/doubles-run.ts'
export { languageWished } from './care/care-advisers.ts'
export { careOf, type CareKnown } from './care/care-of.ts'
export { steeringOf } from './care/care-table.ts'
export { CARE_CASE_EVENTS, FOLLOW_CASE, followCareCase } from './care/follow-care-case.ts'
export { handOverCare, tendCare } from './care/hand-over-care.ts'
export { customerRoutes } from './routes.ts'
export { customerChangeKinds } from './change-kinds.ts'
export { personScope, villageScope } from './scope.ts'
export { helperFacts } from './proxies/helper-facts.ts'
export { enterProxy } from './proxies/proxy-entry.ts'
export { proxyTerms } from './proxies/proxy-terms.ts'
export { endProxies } from './proxies/proxy-ends.ts'
export { proxyWords } from './proxies/proxy-words.ts'
export { proposePayee } from './payees/propose-payee.ts'
export { enterCorrection } from './privacy/enter-correction.ts'
export { updateFromRoster, type FromRoster } from './store-from-roster.ts'
export { gatherPerson } from './privacy/gather-person.ts'
export { linesOf, stateWords, type PersonalDataSource } from './personal-data.ts'
export type { RetainedThing } from './privacy/retained-thing.ts'
export { customerSource, documentSource } from './privacy/privacy-source.ts'
export { privacyRoutes } from './privacy/routes-privacy.ts'
export { privacyJobs } from './privacy/privacy-jobs.ts'
export { privacyBoards, privacyDirectory, privacyKeepers } from './privacy/data-request-due.ts'
export { requestFiles } from './privacy/privacy-files.ts'
/**
 * CUS-11: a row that keeps matters about the staff (a complaint about a colleague, 举报) seals them in four steps.
 * 1. Set, in the transaction that opens the matter or names another person in it:
 *    `await sealMatter(tx, { kind: 'complaint', id }, { ...(await lineOf(tx, userIds)), keepers: [handlerId], shut,
 *    reason })`. `shut: true` for 举报 (there for its keepers only, others open it with a reason under `seal.open`),
 *    false where only those concerned are kept out. Name the keepers again whenever the handler changes.
 * 2. Read: each query of the matter carries `seenUnderSeal(tx.actor, tx.now, sql`'complaint'`, sql`c.id`)` of
 *    `../events/index.ts` in its WHERE, lists, counts, search, exports and the lock of a command alike; what is not
 *    seen is `request.not_found`.
 * 3. Tell: whoever is to be named, warned or assigned goes through `mayBeTold`.
 * 4. Event, timeline, papers, notices, changes, warnings, audit view and webhooks already go by the seal of the event's
 *    subject: record with `subject: { kind: 'complaint', id }`, keep papers under the same subject.
 */
export { liftSeal, lineOf, mayBeTold, sealMatter } from './privacy/seals.ts'
export type { NewSeal } from './privacy/store-privacy-seals.ts'
export { enterExport, enterList, sharingInForce, shareOut } from './privacy/export-entry.ts'
export { seedSharing } from './privacy/store-seed-sharing.ts'
export { consentByPhone, useAllowed } from './privacy/consent-entry.ts'
export { enterDataRequest } from './privacy/data-request-entry.ts'
export { purposeViews } from './privacy/views-consents.ts'
export { ownRequestFile, ownRequests } from './privacy/own-data-requests.ts'
export { proposeMonthly } from './privacy/retention-monthly.ts'
export { formInForce, versionsOf } from './forms/form-definitions.ts'
export { formView } from './forms/views-forms.ts'
export { formsInForce } from './forms/forms-in-force.ts'
