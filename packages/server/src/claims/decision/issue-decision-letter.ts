/**
 * CLM-11, 保险法 23–24: a decision is told in the transaction that makes it: 赔付通知书 when anything is paid (with what is
 * denied or still open in the same letter), 拒绝给付通知书 when all that was decided is denied.
 */
import { BENEFIT_WORDS, clauseOfReason, clausesOfBenefit, kindOfBenefit, VEHICLE_WORDS } from '@anpei/domain/claims'
import { maskAccount, PAYEE_RELATIONS } from '@anpei/domain/customers'
import { dayOfInstant, formatYuan, ok, type Day, type Decision, type Facts, type Fen } from '@anpei/domain/kernel'
import type {
  DeniedLine,
  LetterLine,
  LetterTransfer,
  OpenLine,
  PaidLine,
  PaymentNoticeFacts,
} from '@anpei/domain/notifications'
import { reasonSentence, sentenceOf } from '@anpei/domain/programme'
import { openAccount } from '../../customers/index.ts'
import type { Tx } from '../../http/index.ts'
import { promisedDays } from '../../sla/index.ts'
import { issueLetter, type IssuedLetter, type LetterPart } from '../telling/issue-letter.ts'
import type { Judgement } from '../assessment/judge.ts'
import { calculatedOf } from '../assessment/judge-lines.ts'
import type { ClaimRecord } from '../store-claims.ts'
import type { NewPayment, PaymentRecord } from '../payments/store-payments.ts'
import type { StoredLine } from './store-proposals.ts'

type Advance = PaymentNoticeFacts['advances'][number]

export type Decided = {
  readonly lines: readonly StoredLine[]
  readonly judgement: Judgement
  readonly payments: readonly NewPayment[]
  /** Payments made before this decision: what a correction deducts, with its day. */
  readonly earlier: readonly PaymentRecord[]
}

/** To be called when clocks have been derived: the last day for the money is read from them. */
export async function issueDecisionLetter(
  tx: Tx,
  claim: ClaimRecord,
  decided: Decided,
): Promise<Decision<IssuedLetter | null>> {
  const decidedOn = dayOfInstant(tx.now)
  const decidedBy = deciderOf(tx)
  const denied = decided.lines
    .filter((line) => line.outcome === 'deny')
    .map((line) => deniedLine(claim, decided.judgement, line))
  const paid = decided.lines.filter((line) => line.outcome === 'pay').map((line) => paidLine(decided.judgement, line))
  // What does not apply is no refusal: there is nothing to tell beside the lines that were decided.
  if (paid.length === 0 && denied.length === 0) return ok(null)
  if (paid.length === 0) return issueLetter(tx, claim, { kind: 'denial_notice', decidedOn, decidedBy, lines: denied })
  return issueLetter(tx, claim, paymentPart(tx, claim, decided, paid, denied))
}

async function paymentPart(
  tx: Tx,
  claim: ClaimRecord,
  decided: Decided,
  paid: readonly PaidLine[],
  denied: readonly DeniedLine[],
): Promise<LetterPart> {
  const decidedOn = dayOfInstant(tx.now)
  const [days, transfers] = await Promise.all([
    lastDays(tx, claim.id, decided),
    transfersOf(tx, claim, decided.payments),
  ])
  const payableFen = paid.reduce((sum, line) => sum + line.payableFen, 0n)
  const transferFen = transfers.reduce((sum, transfer) => sum + transfer.amountFen, 0n)
  const before = payableFen - transferFen
  return {
    kind: 'payment_notice',
    decidedOn,
    decidedBy: deciderOf(tx),
    payBy: days.payBy,
    lines: [...paid, ...denied, ...openLines(claim, decided, days.answerBy)],
    // A correction pays the difference only; what was paid before stands as deducted.
    advances: before > 0n ? paidBefore(decided, before, decidedOn) : [],
    transfers,
  }
}

/** By the day it arrived; what is only on its way, or given up of a recovery, stands at the last of these days. */
function paidBefore({ lines, earlier }: Decided, beforeFen: Fen, decidedOn: Day): Advance[] {
  const named = new Set(lines.map((line) => line.lineId))
  const byDay = new Map<Day, Fen>()
  for (const { lineId, paidAt, amountFen } of earlier) {
    if (paidAt === null || !named.has(lineId)) continue
    const day = dayOfInstant(paidAt)
    byDay.set(day, (byDay.get(day) ?? 0n) + amountFen)
  }
  const days = [...byDay].map(([paidOn, amountFen]) => ({ label: '此前已付', paidOn, amountFen }))
  days.sort((a, b) => (a.paidOn < b.paidOn ? -1 : 1))
  const whole = days.reduce((sum, day) => sum + day.amountFen, 0n) === beforeFen
  return whole ? days : [{ label: '此前已付', paidOn: days.at(-1)?.paidOn ?? decidedOn, amountFen: beforeFen }]
}

function deciderOf(tx: Tx): string {
  return tx.actor.kind === 'staff' ? tx.actor.name : '自动核定'
}

/** What was decided, line by line, as letters tell it; what does not apply is not told. */
export function decidedLines(claim: ClaimRecord, { lines, judgement }: Decided): LetterLine[] {
  return lines.flatMap((line): LetterLine[] => {
    if (line.outcome === 'not_applicable') return []
    return [line.outcome === 'pay' ? paidLine(judgement, line) : deniedLine(claim, judgement, line)]
  })
}

function paidLine(judgement: Judgement, line: StoredLine): PaidLine {
  const { version } = judgement
  const calculated = calculatedOf(judgement, line.benefit)
  const steps = (line.byHand ? calculated.acceptedLine : calculated.line)?.working ?? []
  const byHand = `由专人根据审核材料认定，给付${formatYuan(BigInt(line.payableFen))}。`
  const working = [...steps.map(sentenceOf), ...(line.byHand || steps.length === 0 ? [byHand] : [])]
  return {
    decision: 'paid',
    benefit: word(line.benefit),
    benefitKind: line.benefit,
    payableFen: BigInt(line.payableFen),
    working,
    clauses: clausesOfBenefit(version, line.benefit),
    ...(line.benefit === 'transport_death'
      ? { transport: { vehicle: VEHICLE_WORDS[judgement.input.vehicle], stacking: version.parameters.stacking } }
      : {}),
  }
}

function deniedLine(claim: ClaimRecord, judgement: Judgement, line: StoredLine): DeniedLine {
  const { version, assessed } = judgement
  const kind = kindOfBenefit(version, line.benefit)
  const adjudication = assessed.kinds.find((one) => one.kind === kind)?.adjudication
  const steps = adjudication ? [...adjudication.working, ...adjudication.lines.flatMap((one) => one.working)] : []
  const facts: Facts = Object.assign({ accidentOn: claim.accidentOn }, ...steps.map((step) => step.facts))
  const found = line.comment || steps.map(sentenceOf).join('') || '已审核全部材料。'
  return {
    decision: 'denied',
    benefit: word(line.benefit),
    benefitKind: line.benefit,
    reasons: line.reasons.map((code) => ({
      reason: reasonSentence(code, facts),
      findings: found,
      clause: clauseOfReason(version, line.benefit, code),
    })),
  }
}

function openLines(claim: ClaimRecord, decided: Decided, expectedOn: Day | null): OpenLine[] {
  const named = new Set(decided.lines.map((line) => line.lineId))
  const open = claim.lines.filter((line) => !named.has(line.id) && ['open', 'proposed'].includes(line.state))
  if (open.length === 0) return []
  if (expectedOn === null) throw new Error(`claim ${claim.id}: none of ${ANSWERING.join(', ')} runs`)
  return open.map((line) => ({
    decision: 'open',
    benefit: word(line.benefit),
    benefitKind: line.benefit,
    waitingFor: '责任认定和计算',
    expectedOn,
  }))
}

const PAYING = ['T16', 'T17', 'L02']
const ANSWERING = ['L01']

/** The days the promises end, with the decision just recorded; a letter names no day that no promise makes. */
async function lastDays(tx: Tx, claimId: string, { payments }: Decided): Promise<{ payBy: Day; answerBy: Day | null }> {
  const [payBy, answerBy = null] = await promisedDays(tx, { kind: 'claim', id: claimId }, [PAYING, ANSWERING])
  if (payBy) return { payBy, answerBy }
  if (payments.length > 0) throw new Error(`claim ${claimId}: none of ${PAYING.join(', ')} runs`)
  // A decision upheld or brought down pays nothing more: it is settled today.
  return { payBy: dayOfInstant(tx.now), answerBy }
}

async function transfersOf(tx: Tx, claim: ClaimRecord, payments: readonly NewPayment[]): Promise<LetterTransfer[]> {
  const ids = [...new Set(payments.flatMap((payment) => payment.payeeAccountId ?? []))]
  const accounts =
    ids.length === 0
      ? []
      : await tx.db
          .selectFrom('payee_account as a')
          .innerJoin('person as p', (join) =>
            join.onRef('p.tenant_id', '=', 'a.tenant_id').onRef('p.id', '=', 'a.person_id'),
          )
          .select(['a.id', 'a.holder_name', 'a.relation', 'a.bank', 'a.sealed', 'p.salt'])
          .where('a.tenant_id', '=', tx.actor.tenantId)
          .where('a.person_id', '=', claim.personId)
          .where('a.id', 'in', ids)
          .execute()
  return [...Map.groupBy(payments, (payment) => payment.payeeAccountId)].map(([accountId, parts]) => {
    const amountFen = parts.reduce((sum, part) => sum + part.amountFen, 0n)
    const account = accounts.find((one) => one.id === accountId)
    if (!account) return { payeeName: '收款人', relation: '核对账户后确定', amountFen, way: { kind: 'open' } }
    const accountMasked = maskAccount(openAccount(tx.vault, account.salt, account.sealed))
    return {
      payeeName: account.holder_name,
      relation: relationWord(account.relation),
      amountFen,
      way: { kind: 'bank', bankName: account.bank ?? '银行', accountMasked },
    }
  })
}

function relationWord(code: string): string {
  return Object.entries(PAYEE_RELATIONS).find(([known]) => known === code)?.[1] ?? code
}

function word(benefit: string): string {
  return Object.entries(BENEFIT_WORDS).find(([known]) => known === benefit)?.[1] ?? benefit
}
