export { authenticate, staffActorById } from './authenticate.ts'
export { openSession, type Holder } from './open-session.ts'
export { readOrganisation, seedTenantPeople, seedTenants, type DemoPerson } from './store-seed.ts'
export { identityRoutes } from './routes.ts'
export { codeAt } from './second-factor.ts'
export { countAttempt, type AttemptLimit } from './attempts.ts'
export { CODE_MINUTES, issueCode, lastCodeId, takeCode } from './one-time-code.ts'
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
export { startRounds, type Rounds, type RoundStep } from './rounds.ts'
export { confirmedChange } from './confirmed-change.ts'
export { changesOfKind, findChange, waitingChangesOf, type ChangeRecord } from './store-changes.ts'
export { countUpTo, cursorOf, MOST_COUNTED, pageOf, readCursor, toldTotal } from './cursor.ts'
export { anyScope, institutionScope } from './scope.ts'
export { certificateRoutes } from './routes-certificates.ts'
export type { CertificatePapers } from './certificate-papers.ts'
export { certifiedFor } from './certified-for.ts'
export { certificateKinds } from './certificate-kinds.ts'
export { endingCertificates, type EndingCertificate } from './store-certificates.ts'
export { actorsFor } from './store-candidates.ts'
export { OFF_DUTY, OFF_DUTY_EVENTS } from './off-duty.ts'
export { countVacancies } from './store-organisation.ts'
export { institutionOf, institutionsAbove, staffPost, superiorsOf } from './superiors.ts'
