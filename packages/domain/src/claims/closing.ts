/**
 * CLM-20: a case is closed when nothing is owed any more: no open task, no undecided or unpaid line, no letter that has
 * not reached, no open reserve beside them, no unanswered request for papers or message, nothing to come back, no suit.
 * What is owed is named, never a bare no.
 */
import { ok, refuse, type Decision } from '../kernel/index.ts'
import type { LineState } from './lifecycles.ts'

export type ClosingFacts = {
  readonly lines: readonly { readonly title: string; readonly state: LineState; readonly reserveFen: bigint }[]
  readonly openTasks: readonly string[]
  readonly undeliveredLetters: readonly string[]
  readonly openSupplements: number
  /** Of the family, not answered. */
  readonly openMessages: number
  readonly unpaidPayments: readonly string[]
  /** Numbers of what is still to come back, and of open suits. */
  readonly openRecoveries: readonly string[]
  readonly openLitigations: readonly string[]
}

export const DEBT_WORDS = {
  open_task: '任务没有办完：',
  undecided_line: '给付项还没有决定：',
  unpaid_line: '给付项已核定，还没有付讫：',
  unpaid_payment: '款项还没有到账：',
  undelivered_letter: '函件没有送达：',
  open_supplement: '补充资料通知还没有回音',
  unanswered_message: '客户留言还没有答复',
  open_reserve: '准备金没有释放：',
  open_recovery: '多付的款项还没有收回或豁免：',
  open_litigation: '诉讼仲裁还没有终结：',
} as const
export type Debt = { readonly code: keyof typeof DEBT_WORDS; readonly text: string }

export function closingDebts(facts: ClosingFacts): Debt[] {
  const debt = (code: Debt['code'], what = ''): Debt => ({ code, text: DEBT_WORDS[code] + what })
  const undecided = facts.lines.filter((line) => line.state === 'open' || line.state === 'proposed')
  const approved = facts.lines.filter((line) => line.state === 'approved')
  return [
    ...facts.openTasks.map((title) => debt('open_task', title)),
    ...undecided.map((line) => debt('undecided_line', line.title)),
    ...approved.map((line) => debt('unpaid_line', line.title)),
    ...facts.unpaidPayments.map((no) => debt('unpaid_payment', no)),
    ...facts.undeliveredLetters.map((title) => debt('undelivered_letter', title)),
    ...facts.openRecoveries.map((no) => debt('open_recovery', no)),
    ...facts.openLitigations.map((no) => debt('open_litigation', no)),
    ...(facts.openSupplements > 0 ? [debt('open_supplement')] : []),
    ...(facts.openMessages > 0 ? [debt('unanswered_message')] : []),
    // The reserve of an ended line is released by closing itself; that of a line still open is owed with the line.
    ...[...undecided, ...approved]
      .filter((line) => line.reserveFen > 0n)
      .map((line) => debt('open_reserve', line.title)),
  ]
}

export function decideClosing(facts: ClosingFacts): Decision<null, 'claim.has_debts'> {
  const debts = closingDebts(facts)
  return debts.length === 0 ? ok(null) : refuse('claim.has_debts', { debts: debts.map((debt) => debt.text) })
}
