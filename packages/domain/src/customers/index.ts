/**
 * Who people are to us: identity and its checks, proxies and accounts, care marks, duplicates, consents, requests
 * about one's data, seals, retention.
 */
export { idCheckCharacter, maskIdNumber, parseIdNumber } from './id-number.ts'
export type { CitizenId, IdNumberRefusal, Sex } from './id-number.ts'
export { maskPhone, parsePhone } from './phone.ts'
export type { Phone, PhoneRefusal } from './phone.ts'
export { bankBinsOf, maskAccount, parseBankAccount, parseBankName } from './bank-account.ts'
export type { BankAccount, BankAccountRefusal, BankBin, BankBins, BankBinSource, CardKind } from './bank-account.ts'
export { nameGrams, normaliseName, parseName } from './person-name.ts'
export type { NameRefusal } from './person-name.ts'
export type { OrganisationCodeRefusal } from './organisation-code.ts'
export { customerRefusals } from './refusals.ts'
export { privacyRefusals } from './privacy-refusals.ts'
export {
  CARE_MARKS,
  CARE_SOURCES,
  CONTACT_WAYS,
  HEALTH_MARKS,
  HOUSEHOLD_RELATIONS,
  PAYEE_RELATIONS,
  PROOF_KINDS,
  PROXY_ACTS,
} from './words.ts'
export type {
  CareMark,
  CareSource,
  ContactWay,
  HouseholdRelation,
  PayeeRelation,
  ProofKind,
  ProxyAct,
} from './words.ts'
export { isCareMark, parseCareTable, steerCare, type CareSteering, type CareTable } from './care-steering.ts'
export { TIMELINE_KINDS, timelineKind, type TimelineKind } from './timeline-kinds.ts'
export {
  decideAnswers,
  FIELD_KINDS,
  FORMS,
  HELD_FIELDS,
  NEXT_STEPS,
  parseForm,
  PERSON_FORMS,
  proposeSteps,
  type FormDefinition,
  type FormName,
  type HeldField,
  type NextStep,
  type PersonFormName,
} from './capture-form.ts'
export { turnedRelation } from './household.ts'
export { decideProxyPeriod } from './proxy-period.ts'
export { payeeLifecycle } from './lifecycles.ts'
export type { PayeeState } from './lifecycles.ts'
export { PERSON_ROLES, ROLE_SOURCES, type PersonRole, type RoleSource } from './roles.ts'
export { DOUBLE_REASONS, doubleReasons, type DoubleReason } from './doubles.ts'
export {
  areStrangers,
  decideMerge,
  doubledCovers,
  MERGE_BRINGS,
  MERGE_DIFFERENCES,
  mergeDifferences,
  type MergeDifference,
  type MergePerson,
} from './merge-rule.ts'
export { customerEventCatalogue } from './events.ts'
export {
  dataIncidentLifecycle,
  dataRequestLifecycle,
  retentionItemLifecycle,
  retentionRunLifecycle,
  sharingLifecycle,
} from './privacy-lifecycles.ts'
export type { DataIncidentState, DataRequestState, RetentionRunState, SharingState } from './privacy-lifecycles.ts'
export {
  CONSENT_WAYS,
  IDENTITY_CHECKS,
  INCIDENT_LEVELS,
  PAPER_SOURCES,
  PARTNER_KINDS,
  REQUEST_ASKERS,
  REQUEST_CHANNELS,
  REQUEST_DELIVERIES,
  REQUEST_KINDS,
  REQUEST_OUTCOMES,
  REQUEST_REFUSALS,
  SEALED_KINDS,
} from './privacy-words.ts'
export type {
  ConsentWay,
  IdentityCheck,
  IncidentLevel,
  PartnerKind,
  RequestAsker,
  RequestChannel,
  RequestDelivery,
  RequestKind,
  RequestOutcome,
  RequestRefusal,
} from './privacy-words.ts'
export { dataRequestCan, decideAnswer, decideRequest, decideVerify } from './data-request.ts'
export { beforeDay, decideDestruction, keptUntil } from './retention-rule.ts'
export type { Binding, LastUse, RetentionClass } from './retention-rule.ts'
export { mayUse, stillRestricted } from './consent-rule.ts'
export { decideUse, USES, usesOfPurpose, type DataUse } from './use-rule.ts'
export type { ConsentKnown, ConsentSaid, MayUse, Purpose } from './consent-rule.ts'
export { decideSharing, pickSharing } from './sharing-rule.ts'
export { decideOpening } from './seal-rule.ts'
