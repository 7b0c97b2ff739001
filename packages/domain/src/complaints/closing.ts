/**
 * CMP-10 投诉不销号: a complaint is closed when the decision has reached with proof, what was promised was done, somebody
 * asked after it (or tried on three different days, with evidence), the cause is coded, and another person than the
 * handler closes. Only whoever left nothing to reach them by is not asked after. What is missing is a closing debt, in
 * words.
 */
import { ok, refuse, type Decision } from '../kernel/index.ts'

const CALLBACK_DAYS = 3

export type ClosingFacts = {
  readonly decisionReached: boolean
  readonly deliveryProved: boolean
  /** Promised and not done. */
  readonly openActs: readonly string[]
  /** Nobody can be told or called; the reason stands beside the notice that is kept for them. */
  readonly unreachable: boolean
  /** null: nobody was ever asked to call. */
  readonly callback: {
    readonly state: 'owed' | 'reached' | 'exhausted'
    /** Different days with an evidenced attempt. */
    readonly distinctDays: number
    readonly satisfied: 'yes' | 'no' | 'unclear' | null
  } | null
  readonly causeCoded: boolean
  readonly recheckOpen: boolean
  readonly pausedOpen: boolean
  /** Declared a major complaint and not lifted yet (CMP-12). */
  readonly majorOpen: boolean
}

export const CLOSING_DEBTS = {
  decision: '处理决定还没有告知到客户',
  proof: '缺少告知处理决定的凭证',
  acts: '承诺的事还没有做到',
  callback: '还没有回访',
  attempts: '没有联系上，且不同日期的有凭证的联系不足三次',
  dissatisfied: '回访时客户不满意，应重新办理',
  cause: '原因没有归类',
  recheck: '核查还没有办完',
  pause: '鉴定或调解还没有结束',
  major: '重大投诉还没有解除',
} as const
export type ClosingDebt = keyof typeof CLOSING_DEBTS

export function closingDebts(facts: ClosingFacts): readonly ClosingDebt[] {
  const { callback } = facts
  const debts: ClosingDebt[] = []
  if (!facts.decisionReached) debts.push('decision')
  else if (!facts.deliveryProved) debts.push('proof')
  if (facts.openActs.length > 0) debts.push('acts')
  if (callback === null) {
    if (!facts.unreachable) debts.push('callback')
  } else if (callback.state === 'owed') debts.push('callback')
  else if (callback.state === 'exhausted' && callback.distinctDays < CALLBACK_DAYS) debts.push('attempts')
  else if (callback.state === 'reached' && callback.satisfied === 'no') debts.push('dissatisfied')
  if (!facts.causeCoded) debts.push('cause')
  if (facts.recheckOpen) debts.push('recheck')
  if (facts.pausedOpen) debts.push('pause')
  if (facts.majorOpen) debts.push('major')
  return debts
}

/** The approver is never the handler, nor who drafted or decided. */
export function decideClosing(
  facts: ClosingFacts,
  closerId: string,
  handlers: readonly (string | null)[],
): Decision<null> {
  if (handlers.includes(closerId)) return refuse('complaint.own_closing')
  const debts = closingDebts(facts)
  return debts.length === 0
    ? ok(null)
    : refuse('complaint.closing_debts', { debts: debts.map((debt) => CLOSING_DEBTS[debt]).join('；') })
}
