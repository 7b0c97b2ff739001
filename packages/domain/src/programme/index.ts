/**
 * What is insured: programmes and their dated versions, benefits and their calculation, rosters, cover and enrolment.
 */
export { adjudicate } from './adjudicate.ts'
export { adjudicateDoorCase, answerDoorCase } from './door.ts'
export type { DoorAnswer, DoorLine, Programmes } from './door.ts'
export { caseFromDoor } from './door-case.ts'
export type { DoorReading } from './door-case.ts'
export type {
  AccidentAnswer,
  AccidentAnswers,
  AccidentQuestion,
  Adjudication,
  AdjudicationCase,
  AdjudicationLine,
  CoverSpan,
  DayRange,
  Disability,
  Expense,
  History,
  Outcome,
  Stay,
  WorkingStep,
} from './case.ts'
export { ACCIDENT_QUESTIONS } from './case.ts'
export { REASONS, reasonText } from './reasons.ts'
export type { ReasonCode, ReasonText } from './reasons.ts'
export { fillTemplate, reasonSentence, sentenceOf, workingSentences } from './wording.ts'
export { parseProgrammeVersion } from './parse-version.ts'
export { firstVersion, type NewProgramme } from './first-version.ts'
export { parseStandard } from './standard.ts'
export type { DisabilityStandard, StandardItem, Standards } from './standard.ts'
export { checkExamples, lintVersion, lintVersions, publishable } from './lint.ts'
export type { Finding, FindingCode } from './lint-findings.ts'
export { BENEFIT_CODES, CAUSE_LISTS, CLAIM_KINDS, PAID_VEHICLES, VEHICLE_CLASSES } from './version.ts'
export type {
  Benefit,
  BenefitCode,
  ClaimKind,
  DocumentList,
  DocumentRule,
  Exclusion,
  Parameters,
  ProgrammeVersion,
  ServicePromise,
  VehicleClass,
} from './version.ts'
export { coverPeriods, coverTermsOf } from './eligibility.ts'
export type { CoverTerms, MemberFacts, ResidenceFact, ResidenceStatus } from './eligibility.ts'
export { policyYearOf } from './policy-year.ts'
export type { PolicyYear } from './policy-year.ts'
export {
  CONSENT_ANSWERS,
  CONSENT_ROUTES,
  consentStanding,
  DEATH_COVER_NOTES,
  deathCoverNotes,
  decideConsent,
} from './consent.ts'
export type { ConsentAnswer, ConsentRoute } from './consent.ts'
export { FIELD_WORDS, LIST_WORDS } from './field-words.ts'
export { isRecord } from './object-reader.ts'
export { decideResidence } from './residence-check.ts'
export { coverUntilEnd, decideTerm } from './term.ts'
export { premiumCredit, premiumOfYear } from './premium.ts'
export type { PremiumAnswer, PremiumInput } from './premium.ts'
export { rehearse } from './rehearse.ts'
export type { ChangedClaim, PastClaim, Rehearsal } from './rehearse.ts'
export { CHANGE_AREAS, CHANGE_EFFECTS, changeKinds, compareVersions } from './compare-versions.ts'
export type { ChangeKinds, VersionDifference } from './compare-versions.ts'
export { AUDIENCES, decidePublication, decideStep, demandsOf, STEP_KINDS, stepsPossible } from './change-route.ts'
export type { Audience, ChangeFacts, DoneStep, StepKind } from './change-route.ts'
export { parseChangeTerms } from './change-terms.ts'
export type { ChangeTerms } from './change-terms.ts'
export { PROGRAMME_REFUSALS } from './refusals.ts'
export {
  badRowLifecycle,
  changeLifecycle,
  differenceLifecycle,
  importLifecycle,
  outreachLifecycle,
  stateOfImport,
  tableLifecycle,
  versionLifecycle,
} from './lifecycles.ts'
export type {
  BadRowState,
  ChangeState,
  DifferenceState,
  ImportState,
  OutreachState,
  TableState,
  VersionState,
} from './lifecycles.ts'
export { DIFFERENCE_KINDS, MEMBER_STATUSES, OUTREACH_SOURCES } from './words.ts'
export type { DifferenceKind, MemberStatus, OutreachSource } from './words.ts'
export { checkRosterRow, ROSTER_FIELDS, villageBook } from './roster-row.ts'
export type { RosterCells, RosterCheck, RosterField, RosterRow, Village, VillageBook } from './roster-row.ts'
export { checkDischargeRow, DISCHARGE_FIELDS } from './discharge-row.ts'
export type { DischargeCells, DischargeField, DischargeRow } from './discharge-row.ts'
export { differenceKind, factsAfter, factsOfRow, residenceOf } from './member-facts.ts'
export type { MemberFact } from './member-facts.ts'
export {
  checkHospitalRow,
  decideHospital,
  HOSPITAL_FIELDS,
  hospitalOnDay,
  joinHospitalRows,
  LEVEL_WORDS,
} from './hospital.ts'
export type {
  HospitalCells,
  HospitalField,
  HospitalLevel,
  HospitalOnDay,
  HospitalRecord,
  LevelSpan,
  RecognitionSpan,
} from './hospital.ts'
export { programmeEventCatalogue } from './events.ts'
export { checkEnrolment, coverAfterEnrolment, decideAcceptance } from './enrolment.ts'
export type { EnrolmentFacts } from './enrolment.ts'
export { enrolmentLifecycle, type EnrolmentState } from './enrolment-lifecycle.ts'
export { DECLINE_REASONS, ENROLMENT_CHANNELS, ENROLMENT_FINDINGS } from './enrolment-words.ts'
export type { DeclineReason, EnrolmentChannel, EnrolmentFinding } from './enrolment-words.ts'
export { introductionLifecycle, type IntroductionAct, type IntroductionState } from './introduction-lifecycle.ts'
export {
  CONFIRMATION_WAYS,
  CONFIRMERS,
  CORE_ANSWERS,
  HANDING_WAYS,
  MISFITS,
  SHEET_SECTIONS,
  type Confirmer,
  type ConfirmationWay,
  type CoreAnswer,
  type HandingWay,
  type SheetSectionCode,
} from './introduction-words.ts'
export { introductionSheet, MUST_EXPLAIN, plainYuan, type SheetSection } from './introduction-sheet.ts'
export { MOST_PRODUCTS, productTable, type ProductLine } from './product-table.ts'
export { proposeProduct, type CustomerFacts, type Needs, type Product, type ProductProposal } from './recommend.ts'
export {
  decideAnswer,
  decideApplication,
  decideConfirmation,
  decideExplanation,
  type Witness,
} from './introduction.ts'
export { introductionRefusals } from './introduction-refusals.ts'
export { readDay } from './read-day.ts'
