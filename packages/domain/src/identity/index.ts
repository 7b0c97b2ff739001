/** Who works here: institutions, divisions, people and roles, permissions, sign-in, absence and certificates. */
export { afterFailure, minutesLocked, type LockState } from './lock-out.ts'
export {
  changeLifecycle,
  changeStepsOf,
  decideChangeStep,
  type ChangeState,
  type ChangeStep,
  type ChangeTransition,
} from './change.ts'
export { decidePassword } from './password.ts'
export {
  CERTIFICATE_STANDINGS,
  certificateStanding,
  CERTIFICATE_WARNING_DAYS,
  decideCertified,
  decideDemand,
  parseCertificateKinds,
  type CertificateKind,
  type CertificateStanding,
  type HeldCertificate,
} from './certificates.ts'
export { identityEventCatalogue } from './events.ts'
export { LANGUAGES, type Language } from './languages.ts'
export { identityRefusals } from './refusals.ts'
export { decideKeyPermissions, keyPermissions } from './key-permissions.ts'
export { isAllowedUrl, nextTryAt } from './webhook.ts'
export { needOfCase, parseAssignment, type Assignment } from './assignment.ts'
export { chooseOwner, type OwnerCandidate, type OwnerNeed } from './choose-owner.ts'
