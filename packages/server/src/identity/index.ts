export { authenticate, staffActorById } from './sign-in/authenticate.ts'
export { openSession, type Holder } from './sign-in/open-session.ts'
export { readOrganisation, seedDivisions, seedTenantPeople, seedTenants, type DemoPerson } from './store-seed.ts'
export { foundCompany, renewFirstLink, type FirstLink, type Founded, type NewCompany } from './found-company.ts'
export { companyNames } from './store-companies.ts'
export { identityRoutes } from './routes.ts'
export { codeAt } from './sign-in/second-factor.ts'
export { countAttempt, type AttemptLimit } from './sign-in/attempts.ts'
export { CODE_MINUTES, issueCode, lastCodeId, takeCode } from './sign-in/one-time-code.ts'
export { languagesOfStaff, staffName, staffNames } from './staff-names.ts'
export { changeRoutes } from './routes-changes.ts'
export { identityChangeKinds } from './change-kinds.ts'
export { decideChange } from './decide-change.ts'
export {
  proposeChange,
  type ChangeKind,
  type ChangeKinds,
  type ConfirmedChange,
  type Proposal,
} from './propose-change.ts'
export { standInFor } from './store-staff.ts'
export { goRound, startRounds, type Rounds, type RoundStep } from './rounds.ts'
export { prolongSessions } from './sign-in/prolong-sessions.ts'
export { confirmedChange } from './confirmed-change.ts'
export { changesOfKind, findChange, waitingChangesOf, type ChangeRecord } from './store-changes.ts'
export { countUpTo, cursorOf, MOST_COUNTED, pageOf, readCursor, toldTotal } from './cursor.ts'
export { anyScope, institutionScope, institutionsWith } from './scope.ts'
export { certificateRoutes } from './certificates/routes-certificates.ts'
export type { CertificatePapers } from './certificates/certificate-papers.ts'
export { certifiedFor } from './certificates/certified-for.ts'
export { certificateKinds } from './certificates/certificate-kinds.ts'
export { endingCertificates, type EndingCertificate } from './certificates/store-certificates.ts'
export { actorsFor } from './store-candidates.ts'
export { OFF_DUTY, OFF_DUTY_EVENTS } from './off-duty.ts'
export { countVacancies } from './store-organisation.ts'
export {
  institutionOf,
  institutionsAbove,
  institutionsBelow,
  institutionsHeld,
  staffOf,
  staffPost,
  superiorsOf,
} from './superiors.ts'
