/**
 * ORG-01: where an assisted case stands follows from one look at the insurer's report and its claims, not from the
 * order in which word of them arrives. The broker learns state words, sums and kinds of letters, nothing else.
 */
import type { ClaimState, ReportState } from '../claims/index.ts'
import { transition, type Fen, type Transition } from '../kernel/index.ts'
import { assistLifecycle, type AssistState } from './lifecycles.ts'

export type InsurerLook = {
  readonly reportState: ReportState
  readonly claims: readonly { readonly state: ClaimState; readonly payableFen: Fen; readonly paidFen: Fen }[]
}

const ACTS = {
  submitted: 'resume',
  accepted: 'accept',
  declined: 'decline',
  decided: 'decide',
  paid: 'pay',
  closed: 'close',
} as const
type Step = keyof typeof ACTS

const NOT_OPENED: readonly ReportState[] = ['not_opened', 'cancelled']
const ENDED: readonly ClaimState[] = ['closed', 'withdrawn']

export function stepOf({ reportState, claims }: InsurerLook): Step {
  if (claims.length === 0) return NOT_OPENED.includes(reportState) ? 'declined' : 'submitted'
  if (claims.every((claim) => ENDED.includes(claim.state))) return 'closed'
  const live = claims.filter((claim) => claim.state !== 'withdrawn')
  if (live.some((claim) => claim.state !== 'settling' && claim.state !== 'closed')) return 'accepted'
  const payableFen = live.reduce((sum, claim) => sum + claim.payableFen, 0n)
  const paidFen = live.reduce((sum, claim) => sum + claim.paidFen, 0n)
  return payableFen > 0n && paidFen >= payableFen ? 'paid' : 'decided'
}

/** The transition to where the insurer is; null when the case is there already, or is no longer followed. */
export function followTo(state: AssistState, step: Step): Transition<AssistState> | null {
  if (state === step) return null
  const moved = transition(assistLifecycle, ACTS[step], state)
  return moved.ok ? moved.value : null
}
