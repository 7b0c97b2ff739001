/**
 * CLM-13 (保险法 25): sixty days after request and papers, the part that is certain is paid in advance. What stands next
 * in the way of that payment, for the list of cases that come near the day.
 */
import type { Fen } from '../kernel/index.ts'
import type { ClaimState } from './lifecycles.ts'

export const CERTAIN_PART_CLOCK = 'L04'
/** Listed from here on: fifteen days are left of sixty. */
export const NEAR_DAYS = 15

/** Where the next step is taken, as tabs of the claim page; the words say what is to be done. */
export const CERTAIN_PART_STEPS = {
  papers: '审核资料',
  assessment: '计算能够确定的部分',
  decision: '提交或审批能够确定的部分',
  payments: '付款',
} as const
export type CertainPartStep = keyof typeof CERTAIN_PART_STEPS

export function nextForCertainPart(facts: {
  readonly state: ClaimState
  /** What the latest calculation gives; null = nothing was calculated. */
  readonly certainFen: Fen | null
  readonly unpaidFen: Fen
}): CertainPartStep {
  if (facts.unpaidFen > 0n) return 'payments'
  if (facts.state === 'collecting' || facts.state === 'reviewing') return 'papers'
  if (facts.state === 'approving') return 'decision'
  return facts.certainFen !== null && facts.certainFen > 0n ? 'decision' : 'assessment'
}
