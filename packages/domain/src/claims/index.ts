/**
 * From the report of an accident to the money: papers, review, liability, decision, approval, payment, and what comes
 * afterwards.
 */
export {
  batchLifecycle,
  claimLifecycle,
  lineLifecycle,
  paymentLifecycle,
  proposalLifecycle,
  reportLifecycle,
  taskLifecycle,
} from './lifecycles.ts'
export type {
  BatchState,
  ClaimState,
  LineState,
  PaymentState,
  ProposalState,
  ReportState,
  TaskState,
} from './lifecycles.ts'
export {
  BENEFIT_WORDS,
  CAUSES,
  CHANNELS,
  CLAIM_CLASSES,
  KIND_WORDS,
  PLACES,
  RELATIONS,
  VEHICLE_WORDS,
} from './words.ts'
export type { Cause, Channel, ClaimClass, Place, Relation } from './words.ts'
export { assessAccepted, assessClaim, kindOfBenefit, payableLine, sumInsured } from './assess.ts'
export type { Assessed, AssessedKind, AssessmentBasis, AssessmentFacts, Usage } from './assess.ts'
export { QUESTION_WORDS, unprovedAnswers, unprovedTitles } from './evidence.ts'
export type { Unproved } from './evidence.ts'
export { decideProposal } from './propose.ts'
export type { JudgedLine, LineOutcome, LineWish, PlannedLine, Proposal, ProposalFacts } from './propose.ts'
export { DEFAULT_ROUTING } from './routing.ts'
export { riskOf, worstGrade } from './risk-score.ts'
export type { Risk, RiskPoint } from './risk-score.ts'
export type { RoutedLine, RoutingTable } from './routing.ts'
export { decideApproval, decideReturn } from './approve.ts'
export type { ApprovalFacts, ApprovalStep } from './approve.ts'
export { decideShares, splitByShares } from './payment-split.ts'
export { judgeReturnRow, RETURN_PROBLEMS } from './payment-return.ts'
export type { ReturnRow, RowProblem } from './payment-return.ts'
export { CASH_RECEIVERS, decideCashOffer, decideCashSigned, type CashReceiver } from './cash.ts'
export { decideAnswered, decideReissue, decideSend } from './payment-batch.ts'
export { decideReserve, openingReserve } from './reserve.ts'
export type { ReserveRow } from './reserve.ts'
export { decideReopen, decideWithdrawal } from './reopen.ts'
export { claimRefusals } from './refusals.ts'
export { decisionRefusals } from './decision-refusals.ts'
export { escalatesAt, parseTaskPatterns, stepsInTheWay, taskDueAt } from './task-plan.ts'
export type { EscalatedTo, TaskPatterns, TaskStep } from './task-plan.ts'
export { eventCatalogue } from './events.ts'
export { placeServed, type TownNamed } from './report-place.ts'
export { decideRegistration, decideReport, looksLikeSameEvent, openingBenefits, type ReportFacts } from './report.ts'
export { APPLICATION_CODE, documentItems, neededPapers, PERSON_PAPER_CODES } from './checklist.ts'
export type { ChecklistItem, HeldPaper, ItemState } from './checklist.ts'
export { decideCompleteFile, decideEndOfReview, decideReceipt, decideReview, OTHER_PAPER_CODE } from './review.ts'
export type { Verdict } from './review.ts'
export {
  AUTHORITY_WORDS,
  decideAuthorityReminder,
  decideAuthorityRequest,
  endOfWorkingDays,
  parseAuthorityRules,
} from './authority.ts'
export type { AuthorityKind, AuthorityRules } from './authority.ts'
export { decideSigning, SIGNING_WAYS } from './signing.ts'
export type { SigningWay, Witness } from './signing.ts'
export { decideSupplement, hasArrived } from './supplement.ts'
export type { AskedItem } from './supplement.ts'
export { closingDebts, decideClosing } from './closing.ts'
export type { ClosingFacts, Debt } from './closing.ts'
export { decideDelay } from './delay.ts'
export { claimCan, isOwnCase, mayAct } from './can.ts'
export type { PaperAct, ReporterFacts } from './can.ts'
export { paperRefusals } from './paper-refusals.ts'
export { batchCan, decisionCan, paymentCan, proposalCan } from './can-decide.ts'
export { grantedDays, policyYearsTouched } from './granted.ts'
export { effectOnClaim, effectOnLine } from './effect.ts'
export type { LineEffect } from './effect.ts'
export { underpaymentLifecycle, type UnderpaymentState } from './lifecycles.ts'
export {
  ADVANCE_GROUNDS,
  ADVANCE_REVISION,
  decideAdvance,
  decideAdvanceAuthority,
  leftForAdvance,
} from './advance.ts'
export type { AdvanceGround } from './advance.ts'
export { decideStayLevels, staysAsKnown } from './hospital-levels.ts'
export type { HospitalOfRegister } from './hospital-levels.ts'
export { coveredOn, factsAsKnown, UNDERPAYMENT_CAUSES, underpaymentsOf } from './underpayment.ts'
export type { SweptClaim, UnderpaymentCause } from './underpayment.ts'
export {
  litigationLifecycle,
  reconsiderationLifecycle,
  recoveryEntryLifecycle,
  recoveryLifecycle,
  transferLifecycle,
} from './afterwards-lifecycles.ts'
export type {
  LitigationState,
  ReconsiderationState,
  RecoveryEntryState,
  RecoveryState,
  TransferState,
} from './afterwards-lifecycles.ts'
export { CERTAIN_PART_CLOCK, CERTAIN_PART_STEPS, NEAR_DAYS, nextForCertainPart } from './certain-part.ts'
export type { CertainPartStep } from './certain-part.ts'
export { afterwardsRefusals } from './afterwards-refusals.ts'
export { isNotApplicable } from './not-applicable.ts'
export { tellsOfDeath } from './tells-of-death.ts'
export { decideEntry, decideEntryCheck, owedOf, recoveryCan, recoveryEntryCan } from './recovery.ts'
export type { RecoverySums } from './recovery.ts'
export { decideFiling, decideLitigation, FORUM_WORDS, LITIGATION_OUTCOMES, litigationCan } from './litigation.ts'
export type { Forum, LitigationAct, LitigationOutcome } from './litigation.ts'
export { askAgainSeconds, decideInstant, judgeBankAnswer } from './transfer.ts'
export type { BankAnswer } from './transfer.ts'
export { answerOf, decideDispute, decideImpartial } from './reconsideration.ts'
export { clauseOfReason, clausesOfBenefit, type QuotedClause } from './letter-clauses.ts'
export { truthOfNotice, type NoticeTruth } from './notice-truth.ts'
export { papersRoundOf, type PapersArrival, type PapersRound } from './papers-round.ts'
export {
  extensionLifecycle,
  mayDecideExtension,
  type ExtensionState,
} from './extension.ts'
export { claimStays, STAY_EVENTS } from './stays.ts'
export type { StayEvent } from './stays.ts'
