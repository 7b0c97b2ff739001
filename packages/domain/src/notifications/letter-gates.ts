/**
 * What a letter must have before it may leave (CLM-11): a denial without reasons, clauses, findings, a deciding person
 * and remedies is never issued (保险法 24, 令2020年第3号 art. 19); sums agree; nothing is asked for twice (CLM-04,
 * 保险法 22); no date beyond the law is promised (CLM-13); no identity or account number is shown in full (LAW §5).
 */
import { type Fen, formatYuan, refuse, type Refusal } from '../kernel/index.ts'
import { type LetterContent } from './letter-content.ts'
import {
  type ClaimLetterFacts,
  type DelayNoticeFacts,
  type DeniedLine,
  type LetterFacts,
  type LetterLine,
  type PaidLine,
  type PaymentNoticeFacts,
  type RecoveryNoticeFacts,
  type SupplementNoticeFacts,
} from './letter-facts.ts'
import { printedDay } from './letter-numerals.ts'
import { unfairWording } from './letter-template.ts'
import { type NotificationRefusal } from './refusals.ts'

export type Gate = Refusal<NotificationRefusal> | undefined

const IDENTITY_NUMBER = /(?<!\d)\d{6}(18|19|20)\d{2}(0\d|1[0-2])[0-3]\d\d{3}[\dXx](?!\d)/
/** Card numbers have 16 to 19 digits, run together or in groups of four. */
const ACCOUNT_NUMBER = /(?<!\d)(?:\d{16,19}|\d{4}(?: \d{4}){3}(?: \d{1,3})?)(?!\d)/

function empty(text: string): boolean {
  return text.trim() === ''
}

/** The sum of the paid lines, before advances. */
function paidFen(lines: readonly LetterLine[]): Fen {
  return lines.reduce((sum, line) => sum + (line.decision === 'paid' ? line.payableFen : 0n), 0n)
}

/** What is still to be transferred: the paid lines less the advances. */
export function dueFen(facts: PaymentNoticeFacts): Fen {
  return facts.advances.reduce((sum, advance) => sum - advance.amountFen, paidFen(facts.lines))
}

function paidLineGate(line: PaidLine): Gate {
  const { benefit } = line
  if (line.working.length === 0 || line.working.some(empty)) return refuse('notifications.working_missing', { benefit })
  if (line.clauses.length === 0 || line.clauses.some((clause) => empty(clause.ref) || empty(clause.text))) {
    return refuse('notifications.clause_missing', { benefit })
  }
  if (line.benefitKind === 'transport_death' && line.transport === undefined) {
    return refuse('notifications.stacking_missing', { benefit })
  }
  return undefined
}

function deniedLineGate(line: DeniedLine): Gate {
  const { benefit } = line
  if (line.reasons.length === 0 || line.reasons.some((reason) => empty(reason.reason))) {
    return refuse('notifications.denial_without_reason', { benefit })
  }
  if (line.reasons.some((reason) => empty(reason.findings))) {
    return refuse('notifications.denial_without_basis', { benefit })
  }
  if (line.reasons.some(({ clause }) => empty(clause.ref) || empty(clause.text))) {
    return refuse('notifications.clause_missing', { benefit })
  }
  return undefined
}

function linesGate(lines: readonly LetterLine[], decidedBy: string): Gate {
  for (const line of lines) {
    const gate =
      line.decision === 'paid' ? paidLineGate(line) : line.decision === 'denied' ? deniedLineGate(line) : undefined
    if (gate !== undefined) return gate
  }
  return lines.some((line) => line.decision === 'denied') && empty(decidedBy)
    ? refuse('notifications.denial_without_person')
    : undefined
}

function paymentGate(facts: PaymentNoticeFacts): Gate {
  if (paidFen(facts.lines) <= 0n) return refuse('notifications.nothing_paid')
  const gate = linesGate(facts.lines, facts.decidedBy)
  if (gate !== undefined) return gate
  const transfersFen = facts.transfers.reduce((sum, transfer) => sum + transfer.amountFen, 0n)
  if (dueFen(facts) !== transfersFen) {
    const sum = formatYuan(dueFen(facts))
    return refuse('notifications.total_mismatch', { sum, transfers: formatYuan(transfersFen) })
  }
  return facts.transfers.some(({ way }) => way.kind === 'cash' && empty(way.reason))
    ? refuse('notifications.cash_without_reason')
    : undefined
}

function supplementGate(facts: SupplementNoticeFacts): Gate {
  if (!facts.items.some((item) => item.way.kind === 'provide')) return refuse('notifications.supplement_asks_nothing')
  const seen = new Set<string>()
  for (const { code, document, way } of facts.items) {
    if (empty(way.kind === 'provide' ? way.substitute : way.authority)) {
      return refuse('notifications.supplement_without_way', { document })
    }
    if (facts.heldCodes.includes(code)) return refuse('notifications.supplement_already_held', { document })
    if (seen.has(code)) return refuse('notifications.supplement_repeated', { document })
    seen.add(code)
  }
  const second = facts.secondRequest
  return second !== undefined && (empty(second.approvedBy) || empty(second.reason))
    ? refuse('notifications.second_request_unapproved')
    : undefined
}

function delayGate(facts: DelayNoticeFacts): Gate {
  const newDue = printedDay(facts.newDue)
  if (facts.newDue <= facts.originalDue) {
    return refuse('notifications.delay_not_later', { newDue, originalDue: printedDay(facts.originalDue) })
  }
  return facts.newDue > facts.statutoryDue
    ? refuse('notifications.delay_beyond_law', { newDue, statutoryDue: printedDay(facts.statutoryDue) })
    : undefined
}

/** What stands in the way of a letter of these facts; undefined when nothing does. */
export function factsGate(facts: Exclude<ClaimLetterFacts, RecoveryNoticeFacts>): Gate {
  switch (facts.kind) {
    case 'payment_notice':
      return paymentGate(facts)
    case 'denial_notice':
      return facts.lines.length === 0 || facts.lines.some((line) => line.decision !== 'denied')
        ? refuse('notifications.not_a_denial')
        : linesGate(facts.lines, facts.decidedBy)
    case 'supplement_notice':
      return supplementGate(facts)
    case 'delay_notice':
      return delayGate(facts)
    case 'authority_request':
      return facts.answerBy > facts.issuedOn
        ? undefined
        : refuse('notifications.fact_missing', { variable: 'answerBy' })
    case 'reconsideration_answer':
      return linesGate(facts.lines, facts.decidedBy)
  }
}

function maskedProperly(text: string): boolean {
  return /\*{4,}/.test(text) && !/\d{11,}/.test(text)
}

/** Nothing in full that must be masked, nothing that is never printed, in the finished letter. */
export function contentGate(facts: LetterFacts, content: LetterContent): Gate {
  const own = facts.kind === 'recovery_notice' ? facts.account.account : ''
  const policyNo = 'policyNo' in facts ? facts.policyNo : ''
  const text = [facts.letterNo, facts.claimNo, facts.progressCode, policyNo, own].reduce(
    (all, number) => (number === '' ? all : all.replaceAll(number, '')),
    JSON.stringify(content),
  )
  const accounts =
    facts.kind === 'payment_notice'
      ? facts.transfers.flatMap(({ way }) => (way.kind === 'bank' ? [way.accountMasked] : []))
      : []
  if (
    ![...('insuredIdMasked' in facts ? [facts.insuredIdMasked] : []), ...accounts].every(maskedProperly) ||
    IDENTITY_NUMBER.test(text) ||
    ACCOUNT_NUMBER.test(text)
  )
    return refuse('notifications.unmasked_value')
  const wording = unfairWording(text)
  return wording === undefined ? undefined : refuse('notifications.unfair_wording', { wording })
}
