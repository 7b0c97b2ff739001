/**
 * CLM-14: where a case stands, as the family sees it: five steps in order, what happens next, and who has to do it.
 * Codes only; the words stand with the screens in both languages.
 */
import type { ClaimState, LineState, PaymentState, ReportState } from '../claims/index.ts'
import type { Instant } from '../kernel/index.ts'

export const PROGRESS_STEPS = ['reported', 'papers', 'review', 'decision', 'payment'] as const
export type ProgressStep = (typeof PROGRESS_STEPS)[number]

export const NEXT_ACTS = [
  'we_check_report',
  'case_opened',
  'report_not_opened',
  'report_cancelled',
  'you_send_papers',
  'we_read_papers',
  'we_review',
  'we_decide',
  'you_name_account',
  'we_check_account',
  'we_pay',
  'payment_failed',
  'we_deliver_decision',
  'paid',
  'not_payable',
  'withdrawn',
] as const
export type NextAct = (typeof NEXT_ACTS)[number]

export type ProgressFacts = {
  readonly reportState: ReportState
  readonly reportedAt: Instant
  /** Null while the report has not become a claim. */
  readonly claim: {
    readonly state: ClaimState
    readonly papersCompletedAt: Instant | null
    readonly decidedAt: Instant | null
    readonly papersMissing: boolean
    readonly accountConfirmed: boolean
    /** Named by the family, and not yet confirmed by a second person. */
    readonly accountWaiting: boolean
    /** The written decision has been issued and has not reached yet. */
    readonly decisionOnItsWay: boolean
    readonly lines: readonly LineState[]
    readonly payments: readonly { readonly state: PaymentState; readonly paidAt: Instant | null }[]
  } | null
}

export type StepView = {
  readonly code: ProgressStep
  readonly state: 'done' | 'now' | 'next' | 'skipped'
  readonly at: Instant | null
}
export type Progress = {
  readonly steps: readonly StepView[]
  readonly next: NextAct
  /** Whose turn it is; `nobody` when the case has ended. */
  readonly turn: 'you' | 'we' | 'nobody'
}

export function progressOf(facts: ProgressFacts): Progress {
  const next = nextAct(facts)
  const at = stepOf(next)
  const dates = datesOf(facts)
  const ended = turnOf(next) === 'nobody'
  const steps = PROGRESS_STEPS.map(
    (code, index): StepView => ({
      code,
      at: dates[code],
      state: stepState(index, PROGRESS_STEPS.indexOf(at), ended, next),
    }),
  )
  return { steps, next, turn: turnOf(next) }
}

/** Who reported and does not act for the person learns what became of the report, nothing of the case (CUS-05). */
export function reporterProgress(reportState: ReportState): Pick<Progress, 'next' | 'turn'> {
  const next = reportState === 'registered' ? 'case_opened' : nextAct({ reportState, reportedAt: '', claim: null })
  return { next, turn: turnOf(next) }
}

function stepState(index: number, now: number, ended: boolean, next: NextAct): StepView['state'] {
  if (index < now) return 'done'
  if (index > now) return ended ? 'skipped' : 'next'
  return next === 'paid' || next === 'not_payable' ? 'done' : ended ? 'skipped' : 'now'
}

function nextAct({ reportState, claim }: ProgressFacts): NextAct {
  if (!claim) {
    if (reportState === 'not_opened') return 'report_not_opened'
    return reportState === 'cancelled' ? 'report_cancelled' : 'we_check_report'
  }
  switch (claim.state) {
    case 'collecting':
      return claim.papersMissing ? 'you_send_papers' : 'we_read_papers'
    case 'reviewing':
      return 'we_review'
    case 'assessing':
    case 'approving':
      return 'we_decide'
    case 'withdrawn':
      return 'withdrawn'
    case 'settling':
    case 'closed':
      return afterDecision(claim)
  }
}

function afterDecision(claim: NonNullable<ProgressFacts['claim']>): NextAct {
  const open = claim.payments.filter((payment) => payment.state !== 'paid' && payment.state !== 'cancelled')
  const replaced = claim.payments.filter((payment) => payment.state !== 'failed').length
  if (open.some((payment) => payment.state !== 'failed')) {
    const untouched = open.some((payment) => payment.state === 'due')
    return untouched ? accountAct(claim) : 'we_pay'
  }
  if (open.length > replaced) return 'payment_failed'
  if (claim.lines.includes('approved')) return accountAct(claim)
  if (claim.lines.includes('paid')) return 'paid'
  // Who is not paid is told until the notice has reached: till then nothing has ended for the family (T19, T23).
  return claim.decisionOnItsWay ? 'we_deliver_decision' : 'not_payable'
}

function accountAct(claim: NonNullable<ProgressFacts['claim']>): NextAct {
  if (claim.accountConfirmed) return 'we_pay'
  return claim.accountWaiting ? 'we_check_account' : 'you_name_account'
}

function stepOf(next: NextAct): ProgressStep {
  switch (next) {
    case 'we_check_report':
    case 'report_not_opened':
    case 'report_cancelled':
      return 'reported'
    case 'case_opened':
    case 'you_send_papers':
    case 'we_read_papers':
    case 'withdrawn':
      return 'papers'
    case 'we_review':
      return 'review'
    case 'we_decide':
    case 'we_deliver_decision':
    case 'not_payable':
      return 'decision'
    case 'you_name_account':
    case 'we_check_account':
    case 'we_pay':
    case 'payment_failed':
    case 'paid':
      return 'payment'
  }
}

function turnOf(next: NextAct): Progress['turn'] {
  switch (next) {
    case 'you_send_papers':
    case 'you_name_account':
    case 'payment_failed':
      return 'you'
    case 'report_not_opened':
    case 'report_cancelled':
    case 'paid':
    case 'not_payable':
    case 'withdrawn':
      return 'nobody'
    case 'we_check_report':
    case 'case_opened':
    case 'we_read_papers':
    case 'we_review':
    case 'we_decide':
    case 'we_check_account':
    case 'we_pay':
    case 'we_deliver_decision':
      return 'we'
  }
}

function datesOf({ reportedAt, claim }: ProgressFacts): Readonly<Record<ProgressStep, Instant | null>> {
  const paid = (claim?.payments ?? [])
    .map((payment) => payment.paidAt)
    .filter((at) => at !== null)
    .sort()
  const settled = claim?.state === 'settling' || claim?.state === 'closed'
  return {
    reported: reportedAt,
    papers: claim?.papersCompletedAt ?? null,
    review: null,
    decision: settled ? claim.decidedAt : null,
    payment: paid.at(-1) ?? null,
  }
}
