/** The facts a decision letter is made of, as the case has them (CLM-11); identity and account numbers are masked. */
import { type Day, type Fen } from '../kernel/index.ts'
import { type ContactRegister } from './letter-contacts.ts'
import { type LetterClause } from './letter-content.ts'

/** What every letter says, whatever it is about. */
export type LetterHead = {
  readonly letterNo: string
  /** The number of the case: claim or complaint. */
  readonly claimNo: string
  readonly progressCode: string
  readonly issuedOn: Day
  readonly recipientName: string
  /** 先生, 女士, 老人家 … or empty. */
  readonly recipientHonorific: string
  readonly handlerName: string
  readonly contacts: ContactRegister
}

export type LetterCase = LetterHead & {
  readonly insuredName: string
  /** e.g. `440524********0013`. */
  readonly insuredIdMasked: string
  readonly policyNo: string
  readonly programmeName: string
  readonly accidentOn: Day
  readonly accidentPlace: string
}

export type PaidLine = {
  readonly decision: 'paid'
  /** As the product names it, e.g. 意外身故保险金. */
  readonly benefit: string
  readonly benefitKind: string
  readonly payableFen: Fen
  /** The working in plain Chinese, one step a line (CLM-09). */
  readonly working: readonly string[]
  readonly clauses: readonly LetterClause[]
  /** For `benefitKind` `transport_death`: the vehicle class and whether its sum is added (LAW §1 trap 5). */
  readonly transport?: { readonly vehicle: string; readonly stacking: 'add' | 'instead' }
}

export type DenialReason = {
  /** Why, in plain words. */
  readonly reason: string
  /** What was established, and from which paper. */
  readonly findings: string
  readonly clause: LetterClause
}

export type DeniedLine = {
  readonly decision: 'denied'
  readonly benefit: string
  readonly benefitKind: string
  readonly reasons: readonly DenialReason[]
}

/** A line still being looked at while others are decided (CLM-08). */
export type OpenLine = {
  readonly decision: 'open'
  readonly benefit: string
  readonly benefitKind: string
  readonly waitingFor: string
  readonly expectedOn: Day
}

export type LetterLine = PaidLine | DeniedLine | OpenLine

export type LetterTransfer = {
  readonly payeeName: string
  /** 本人, 妻子, 儿子 …; with the basis where it is neither the insured nor a lawful beneficiary (LAW §1 trap 11). */
  readonly relation: string
  readonly amountFen: Fen
  readonly way:
    | { readonly kind: 'bank'; readonly bankName: string; readonly accountMasked: string }
    | { readonly kind: 'cash'; readonly reason: string }
    /** No account is confirmed yet: the letter says so instead of naming one. */
    | { readonly kind: 'open' }
}

export type PaymentNoticeFacts = LetterCase & {
  readonly kind: 'payment_notice'
  readonly decidedOn: Day
  /** The person who decided; must be named as soon as a line is denied. */
  readonly decidedBy: string
  readonly lines: readonly LetterLine[]
  /** Money already paid in advance for this claim (先予支付, CLM-13), taken off the sum. */
  readonly advances: readonly { readonly label: string; readonly paidOn: Day; readonly amountFen: Fen }[]
  readonly transfers: readonly LetterTransfer[]
  /** The last day the money leaves: the earlier of promise and law. */
  readonly payBy: Day
}

export type DenialNoticeFacts = LetterCase & {
  readonly kind: 'denial_notice'
  readonly decidedOn: Day
  readonly decidedBy: string
  readonly lines: readonly LetterLine[]
}

export type SupplementItem = {
  readonly code: string
  readonly document: string
  /** Why it is needed, or what was wrong with the one handed in. */
  readonly why: string
  readonly way:
    | { readonly kind: 'provide'; readonly substitute: string }
    | { readonly kind: 'we_ask'; readonly authority: string }
}

export type SupplementNoticeFacts = LetterCase & {
  readonly kind: 'supplement_notice'
  /** The day the claim and its first papers reached us. */
  readonly receivedOn: Day
  readonly items: readonly SupplementItem[]
  /** Codes of documents already accepted in this case. */
  readonly heldCodes: readonly string[]
  /** Set for a second request only (CLM-04). */
  readonly secondRequest?: { readonly approvedBy: string; readonly reason: string }
}

export type DelayNoticeFacts = LetterCase & {
  readonly kind: 'delay_notice'
  /** What is being done now, e.g. 责任认定. */
  readonly step: string
  readonly reason: string
  readonly originalDue: Day
  readonly newDue: Day
  /** The last day the law leaves for deciding, lawful deductions included (L01). */
  readonly statutoryDue: Day
}

/** CLM-16: what was paid too much is asked back. */
export type RecoveryNoticeFacts = LetterCase & {
  readonly kind: 'recovery_notice'
  readonly recoveryNo: string
  readonly benefit: string
  readonly decidedOn: Day
  readonly paidFen: Fen
  readonly payableFen: Fen
  /** What is still to come back. */
  readonly owedFen: Fen
  /** Why it was too much, in plain words. */
  readonly reason: string
  readonly repayBy: Day
  /** The company's own account: printed in full. */
  readonly account: { readonly holder: string; readonly bank: string; readonly account: string }
}

/** CLM-16: the answer to 理赔复议. */
export type ReconsiderationAnswerFacts = LetterCase & {
  readonly kind: 'reconsideration_answer'
  readonly askedOn: Day
  readonly decidedOn: Day
  readonly decidedBy: string
  readonly outcome: 'upheld' | 'changed'
  readonly beforeFen: Fen
  readonly afterFen: Fen
  readonly lines: readonly LetterLine[]
}

/** CLM-03: to an office that holds a paper of the case; the recipient is the office, not the customer. */
export type AuthorityRequestFacts = LetterCase & {
  readonly kind: 'authority_request'
  readonly document: string
  readonly why: string
  readonly answerBy: Day
  /** The authorisation goes with the letter. */
  readonly withAuthorisation: boolean
  /** Set for a reminder only: when and with which letter it was asked first. */
  readonly first?: { readonly on: Day; readonly letterNo: string }
}

export type ClaimLetterFacts =
  | PaymentNoticeFacts
  | DenialNoticeFacts
  | SupplementNoticeFacts
  | DelayNoticeFacts
  | RecoveryNoticeFacts
  | ReconsiderationAnswerFacts
  | AuthorityRequestFacts

/** CMP-08: the decision on a complaint; without findings, basis and reasons it is never issued (令2020-3 art. 19). */
export type ComplaintDecisionFacts = LetterHead & {
  readonly kind: 'complaint_decision'
  readonly receivedOn: Day
  readonly decidedOn: Day
  readonly decidedBy: string
  /** 投诉属实, 部分属实 … */
  readonly outcome: string
  readonly findings: string
  readonly basis: string
  readonly reasons: string
  /** 处理意见: how it is settled, as it was approved. */
  readonly solution: string
  /** What we promise to do, each with the day it is done by. */
  readonly acts: readonly { readonly what: string; readonly by: Day }[]
}

/** CMP-09: the period becomes longer once, with the approval of a superior, and the complainant is told why. */
export type ComplaintDelayFacts = LetterHead & {
  readonly kind: 'complaint_delay'
  readonly receivedOn: Day
  readonly reason: string
  readonly originalDue: Day
  readonly newDue: Day
  readonly approvedBy: string
}

/** CMP-08, 令2020-3 art. 20: the superior institution has looked at the decision again. */
export type RecheckDecisionFacts = LetterHead & {
  readonly kind: 'recheck_decision'
  readonly askedOn: Day
  readonly decidedOn: Day
  readonly decidedBy: string
  readonly outcome: 'upheld' | 'changed'
  readonly findings: string
  readonly basis: string
  readonly reasons: string
}

export type ComplaintLetterFacts = ComplaintDecisionFacts | ComplaintDelayFacts | RecheckDecisionFacts
export type LetterFacts = ClaimLetterFacts | ComplaintLetterFacts
