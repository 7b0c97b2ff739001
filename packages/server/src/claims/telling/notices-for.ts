/** Which notices an event of a claim calls for, and the values their templates need. */
import { printedDay, type NoticeTemplateName } from '@anpei/domain/notifications'
import { formatYuan, type Fen, type Instant } from '@anpei/domain/kernel'
import type { StoredEvent } from '../../events/index.ts'
import type { Tx } from '../../http/index.ts'
import { checklistOf } from '../papers/checklist-of.ts'
import { comingFen, lookedAtBy, needsAccount } from './notice-facts.ts'
import { PAPERS_OCCASION, papersRound } from '../papers/papers-round.ts'
import type { ClaimRecord } from '../store-claims.ts'
import { otherTakers } from '../payments/store-payments.ts'

export type NoticeSaid = {
  readonly template: NoticeTemplateName
  readonly facts: Readonly<Record<string, string>>
  /** Told under this one instead of the event's own, and not before `leavesAt`. */
  readonly occasion?: string
  readonly leavesAt?: Instant
}

/** The events that are told; the application subscribes the job to each. */
export const TOLD_EVENTS = [
  'report.received',
  'claim.registered',
  'claim.papers_received',
  'claim.supplement_asked',
  'claim.decided',
  'claim.paid',
  'claim.payment_failed',
  'claim.delay_told',
  'claim.recovery_asked',
  'claim.reconsidered',
  'claim.message_answered',
] as const

export async function noticesFor(tx: Tx, claim: ClaimRecord, event: StoredEvent): Promise<NoticeSaid[]> {
  const { claimNo } = claim
  const { facts } = event
  const said = (template: NoticeTemplateName, more: Readonly<Record<string, string>> = {}): NoticeSaid => ({
    template,
    facts: { claimNo, ...more },
  })
  switch (event.name) {
    case 'claim.registered':
      return [said('claim_registered')]
    case 'claim.papers_received':
      return papersNotice(tx, claim, event, said)
    case 'claim.supplement_asked': {
      const codes = Array.isArray(facts['codes']) ? facts['codes'] : []
      const { items } = await checklistOf(tx, claim)
      const titles = items.filter((item) => codes.includes(item.code)).map((item) => item.title)
      return [said('supplement_asked', { count: String(titles.length), papers: titles.join('、') })]
    }
    case 'claim.decided': {
      const payable = claim.lines.reduce((sum, line) => sum + line.payableFen, 0n)
      if (payable > 0n) return payNotices(tx, claim, payable, said)
      return claim.lines.some((line) => line.state === 'denied') ? [said('decided_deny')] : []
    }
    case 'claim.paid':
      return paidNotices(tx, claim, event, said)
    case 'claim.payment_failed':
      return [said('payment_failed')]
    case 'claim.recovery_asked':
      return [said('recovery_asked', { amount: formatYuan(BigInt(Number(facts['amountFen'] ?? 0))) })]
    case 'claim.reconsidered':
      return [said('reconsidered')]
    case 'claim.message_answered':
      return [said('message_answered')]
    case 'claim.delay_told':
      return [said('delay', { newDue: printedDay(String(facts['newDueOn'])) })]
    default:
      return []
  }
}

/** LAW §1 trap 11: money that went to somebody else's account or hands is told to the insured beside the sum. */
async function paidNotices(
  tx: Tx,
  claim: ClaimRecord,
  event: StoredEvent,
  said: (template: NoticeTemplateName, more: Readonly<Record<string, string>>) => NoticeSaid,
): Promise<NoticeSaid[]> {
  const amountFen = event.facts['amountFen']
  const amount =
    typeof amountFen === 'number' ? BigInt(amountFen) : claim.lines.reduce((sum, line) => sum + line.paidFen, 0n)
  const { paymentId } = event.facts
  const others = typeof paymentId === 'string' ? await otherTakers(tx, paymentId) : []
  const sum = { amount: formatYuan(amount) }
  return [
    said('paid', sum),
    ...others.map(({ told, name }) =>
      told === 'cash_taken' ? said(told, { ...sum, receiver: name }) : said(told, { holder: name }),
    ),
  ]
}

type Saying = (template: NoticeTemplateName, more?: Readonly<Record<string, string>>) => NoticeSaid

/**
 * CLM-05: until when somebody looks is what the clock says; without a running promise no day is invented. Papers that
 * come one after the other are told of once (NTF-02).
 */
async function papersNotice(tx: Tx, claim: ClaimRecord, event: StoredEvent, said: Saying): Promise<NoticeSaid[]> {
  const [day, round] = await Promise.all([
    lookedAtBy(tx, { claimId: claim.id, at: event.at }),
    papersRound(tx, { claimId: claim.id, eventId: event.id }),
  ])
  if (!round) throw new Error('papers that did not come')
  const count = String(round.count)
  const papers =
    day === null ? said('papers_arrived', { count }) : said('papers_received', { count, answerBy: printedDay(day) })
  return [{ ...papers, occasion: PAPERS_OCCASION + round.firstId, leavesAt: round.tellAt }]
}

/**
 * CLM-11, CLM-16: the sum that is still coming; where no account is known, the notice asks for one instead of saying
 * that money is coming.
 */
async function payNotices(tx: Tx, claim: ClaimRecord, payable: Fen, said: Saying): Promise<NoticeSaid[]> {
  const paidSomething = claim.lines.some((line) => line.paidFen > 0n)
  const coming = paidSomething ? await comingFen(tx, claim.id) : payable
  if (coming <= 0n) return []
  const amount = formatYuan(coming)
  if (!(await needsAccount(tx, claim.id))) return [said('decided_pay', { amount })]
  return [said('decided_pay_account', { amount, payee: claim.kinds.includes('death') ? '受益人' : '被保险人' })]
}
