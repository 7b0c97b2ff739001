/** Turns the parts of the claim page into what crosses the wire. */
import type { ClaimView, DocumentItem, PaymentView } from '@anpei/contract/claims'
import {
  BENEFIT_WORDS,
  claimLifecycle,
  decideAuthorityReminder,
  lineLifecycle,
  paymentCan,
  paymentLifecycle,
  proposalCan,
  proposalLifecycle,
  stepsInTheWay,
  taskLifecycle,
  type ChecklistItem,
} from '@anpei/domain/claims'
import { maskAccount } from '@anpei/domain/customers'
import { stateOf } from '@anpei/domain/kernel'
import { BENEFIT_CODES, reasonSentence, type BenefitCode } from '@anpei/domain/programme'
import { openAccount } from '../customers/index.ts'
import type { PaperRow } from '../documents/index.ts'
import type { Tx } from '../http/index.ts'
import type { Definitions, TellLeft } from '../sla/index.ts'
import {
  instantOf,
  maybeInstant,
  type PageParts,
  type PaymentPart,
  type PayeePart,
  type ProposalPart,
} from './claim-page.ts'
import { cashView } from './payments/cash-view.ts'
import { channelOf } from './reports/channel-of.ts'
import type { MessageTold } from './telling/store-messages.ts'

export function benefitOf(text: string): BenefitCode {
  for (const code of BENEFIT_CODES) if (code === text) return code
  throw new Error(`unknown benefit ${text}`)
}

export function reasonsOf(codes: readonly string[]): { code: string; text: string }[] {
  return codes.map((code) => ({ code, text: reasonSentence(code, {}) }))
}

export function linesView(lines: NonNullable<PageParts['lines']>): ClaimView['lines'] {
  return lines.map((line) => {
    const benefit = benefitOf(line.benefit)
    const state = stateOf(lineLifecycle, line.state)
    return {
      id: line.id,
      benefit,
      title: BENEFIT_WORDS[benefit],
      state,
      stateWord: lineLifecycle.states[state].zh,
      payableFen: line.payable_fen,
      paidFen: line.paid_fen,
      reserveFen: line.reserve_fen,
      advancedFen: line.advanced_fen > 0 ? line.advanced_fen : null,
      denialReasons: reasonsOf(line.denial_codes),
      decidedAt: maybeInstant(line.decided_at),
    }
  })
}

export function tasksView(tx: Tx, tasks: NonNullable<PageParts['tasks']>, left: TellLeft): ClaimView['tasks'] {
  const known = tasks.map((task) => ({ ...task, state: stateOf(taskLifecycle, task.state) }))
  return tasks.map((task) => ({
    id: task.id,
    blockedBy:
      task.state === 'waiting'
        ? stepsInTheWay(task.after_steps, known).map((step) => known.find((one) => one.step === step)?.title ?? step)
        : [],
    escalatedTo: task.escalated_to,
    escalatedAt: maybeInstant(task.escalated_at),
    kind: task.kind,
    title: task.title,
    state: stateOf(taskLifecycle, task.state),
    ownerName: task.owner,
    dueAt: maybeInstant(task.due_at),
    timeLeft: task.ended_at === null ? left(maybeInstant(task.due_at)) : null,
    costFen: task.cost_fen,
    madeAt: instantOf(task.made_at),
    endedAt: maybeInstant(task.ended_at),
    findings:
      task.salt && task.sealed
        ? tx.vault.openText(Buffer.from(task.salt, 'base64'), Buffer.from(task.sealed, 'base64'))
        : '',
  }))
}

export function supplementsView(all: NonNullable<PageParts['supplements']>): ClaimView['supplements'] {
  return all.map((one) => ({
    id: one.id,
    requestNo: one.request_no,
    items: one.items,
    reason: one.reason,
    madeAt: instantOf(one.made_at),
    deliveredAt: maybeInstant(one.delivered_at),
    arrivedAt: maybeInstant(one.arrived_at),
  }))
}

export function payeesView(tx: Tx, personSalt: Buffer, payees: readonly PayeePart[]): ClaimView['payees'] {
  return payees.map((payee) => {
    const madeByMe = payee.made_by === tx.actor.id
    const mayCheck = payee.state === 'waiting' && !madeByMe && tx.actor.grants.has('payee.confirm')
    return {
      id: payee.id,
      holderName: payee.holder_name,
      relation: payee.relation,
      bank: payee.bank,
      state: payee.state,
      basis: payee.basis,
      accountMasked: maskAccount(openAccount(tx.vault, personSalt, Buffer.from(payee.sealed, 'base64'))),
      madeByMe,
      can: mayCheck ? ['confirmPayee', 'rejectPayee'] : [],
    }
  })
}

export type PaymentOf = {
  readonly claimId: string
  readonly claimNo: string
  readonly personId: string
  readonly personName: string
  readonly personSalt: Buffer
}

export function paymentView(tx: Tx, of: PaymentOf, part: PaymentPart, left: TellLeft): PaymentView {
  const state = stateOf(paymentLifecycle, part.state)
  const dueAt = maybeInstant(part.due_at)
  const open = paymentLifecycle.states[state].phase === 'open'
  return {
    id: part.id,
    paymentNo: part.payment_no,
    claimId: of.claimId,
    claimNo: of.claimNo,
    personId: of.personId,
    personName: of.personName,
    benefit: benefitOf(part.benefit),
    amountFen: part.amount_fen,
    way: part.way === 'cash' ? 'cash' : 'transfer',
    state,
    stateWord: paymentLifecycle.states[state].zh,
    holderName: part.holder_name,
    bank: part.bank,
    accountMasked: part.payee_sealed
      ? maskAccount(openAccount(tx.vault, of.personSalt, Buffer.from(part.payee_sealed, 'base64')))
      : null,
    accountConfirmed: part.payee_state === 'confirmed',
    dueAt,
    timeLeft: open ? left(dueAt) : null,
    overdue: open && dueAt !== null && dueAt < tx.now,
    madeAt: instantOf(part.made_at),
    paidAt: maybeInstant(part.paid_at),
    fault: part.fault,
    batchId: part.batch_id,
    cash: cashView(tx, part.cash),
    can: paymentCan({ state, replaced: part.replaced, offeredBy: part.cash?.first_signer_id ?? null }, tx.actor),
  }
}

export function proposalView(tx: Tx, part: ProposalPart, ownCase: boolean): NonNullable<ClaimView['proposal']> {
  const state = stateOf(proposalLifecycle, part.state)
  const approvals = part.approvals ?? []
  return {
    id: part.id,
    state,
    madeBy: part.maker ?? '系统',
    madeAt: instantOf(part.made_at),
    totalFen: part.total_fen,
    stepsNeeded: part.steps_needed,
    stepsDone: part.steps_done,
    lines: part.lines.map((line) => ({
      lineId: line.lineId,
      benefit: benefitOf(line.benefit),
      outcome: line.outcome,
      payableFen: line.payableFen,
      reasons: reasonsOf(line.reasons),
      comment: line.comment,
    })),
    approvals: approvals.map((one) => ({
      stepNo: one.step_no,
      outcome: one.outcome,
      by: one.decider ?? '系统',
      at: instantOf(one.at),
      comment: one.comment,
    })),
    can: proposalCan(
      { state, madeBy: part.made_by, approvedBy: approvals.map((one) => one.decided_by) },
      tx.actor,
      ownCase,
    ),
  }
}

export function clocksView(
  clocks: NonNullable<PageParts['clocks']>,
  left: TellLeft,
  titleOf: Definitions['titleOf'],
  office: string,
): ClaimView['clocks'] {
  return clocks.map((clock) => ({
    clockId: clock.clock_id,
    ...titleOf(clock.clock_id),
    state: clock.state,
    startedAt: instantOf(clock.started_at),
    dueAt: maybeInstant(clock.due_at),
    promisedDueAt: maybeInstant(clock.promised_due_at),
    stoppedAt: maybeInstant(clock.stopped_at),
    timeLeft:
      clock.state === 'running'
        ? left(maybeInstant(clock.due_at), clock.clock_id, { version: clock.def_version, office })
        : null,
    provisional: clock.provisional,
    explanation: clock.explanation,
  }))
}

export function documentsView(
  items: readonly ChecklistItem<PaperRow>[],
  wordsOf: (codes: PaperRow['files'][number]['warnings']) => string[],
  weAskOf: (code: string) => DocumentItem['weAsk'],
): DocumentItem[] {
  return items.map((item) => ({
    code: item.code,
    title: item.title,
    required: item.required,
    substitute: item.substitute,
    state: item.state,
    weAsk: weAskOf(item.code),
    papers: item.papers.map((paper) => ({
      id: paper.id,
      title: paper.title,
      channel: channelOf(paper.channel),
      receivedAt: paper.receivedAt,
      verdict: paper.verdict,
      verdictReason: paper.verdictReason,
      checks: { ...paper.checks },
      files: paper.files.map((file) => ({ ...file, warnings: wordsOf(file.warnings) })),
    })),
  }))
}

export function weAskView(tx: Tx, all: PageParts['weAsk'], left: TellLeft): (code: string) => DocumentItem['weAsk'] {
  return (code) => {
    const one = (all ?? []).find((request) => request.code === code)
    if (!one) return null
    const dueAt = instantOf(one.due_at)
    const reminder = decideAuthorityReminder({ dueAt, now: tx.now, reminders: one.reminders })
    const { id, authority, reminders } = one
    const askedAt = instantOf(one.made_at)
    return { id, authority, askedAt, dueAt, timeLeft: left(dueAt), reminders, mayRemind: reminder.ok }
  }
}

export function messagesView(tx: Tx, all: PageParts['messages']): ClaimView['messages'] {
  return (all ?? []).map((one) => {
    const sealed = Buffer.from(one.sealed, 'base64')
    const { text, answer }: MessageTold = JSON.parse(tx.vault.openText(Buffer.from(one.salt, 'base64'), sealed))
    const [madeAt, answeredAt] = [instantOf(one.made_at), maybeInstant(one.answered_at)]
    return { id: one.id, text, madeAt, answer, answeredBy: one.answered_by, answeredAt }
  })
}

const LETTER_TITLES = {
  payment_notice: '赔付通知书',
  denial_notice: '拒绝给付通知书',
  supplement_notice: '补充资料通知书',
  delay_notice: '延期告知书',
  recovery_notice: '追回多付款项通知书',
  reconsideration_answer: '理赔复议答复书',
  authority_request: '调取资料函',
} as const
const WAYS: Readonly<Record<string, string>> = {
  sms: '短信',
  wechat: '微信',
  email: '邮件',
  post: '邮寄',
  counter: '柜面签收',
  visit: '上门送达',
}

export function lettersView(letters: NonNullable<PageParts['letters']>): ClaimView['letters'] {
  return letters.flatMap((letter) =>
    isLetterKind(letter.kind)
      ? [
          {
            id: letter.id,
            letterNo: letter.letter_no,
            kind: letter.kind,
            title: LETTER_TITLES[letter.kind],
            issuedAt: instantOf(letter.issued_at),
            deliveredAt: maybeInstant(letter.delivered_at),
            deliveryWord: letter.way === null ? null : (WAYS[letter.way] ?? letter.way),
          },
        ]
      : [],
  )
}

function isLetterKind(text: string): text is keyof typeof LETTER_TITLES {
  return Object.hasOwn(LETTER_TITLES, text)
}

export function othersView(others: NonNullable<PageParts['others']>): ClaimView['otherClaims'] {
  return others.map((one) => ({
    id: one.id,
    claimNo: one.claim_no,
    accidentOn: one.accident_on,
    paidFen: one.paid_fen,
    stateWord: claimLifecycle.states[stateOf(claimLifecycle, one.state)].zh,
  }))
}
