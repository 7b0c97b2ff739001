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
