/**
 * What a decision changes (CLM-08, CLM-10, CLM-12, CLM-16): each line's state, what is still to be paid for it or asked
 * back, what remains reserved, and where the claim stands when some lines stay open.
 */
import { ok, transition, type Decision, type Fen, type Transition } from '../kernel/index.ts'
import { claimLifecycle, lineLifecycle, type ClaimState, type LineState } from './lifecycles.ts'
import { settlementOf } from './payment-split.ts'
import type { LineOutcome } from './propose.ts'

const DECIDES = { pay: 'approve', deny: 'deny', not_applicable: 'set_aside' } as const

export type DecidedLine = {
  readonly id: string
  readonly benefit: string
  readonly outcome: LineOutcome
  readonly payableFen: Fen
  readonly reasons: readonly string[]
  readonly state: LineState
  readonly paidFen: Fen
  /** Sent to the bank, not confirmed yet. */
  readonly onItsWayFen: Fen
  readonly decidedRevision: number | null
  /** Let go of in earlier recoveries. */
  readonly waivedFen: Fen
}

export type LineEffect = {
  readonly id: string
  readonly benefit: string
  readonly outcome: LineOutcome
  readonly transition: Transition<LineState>
  readonly payableFen: Fen
  readonly payFen: Fen
  readonly recoverFen: Fen
  readonly reserveFen: Fen
  readonly reasons: readonly string[]
  readonly decidedRevision: number
}

export function effectOnLine(line: DecidedLine): Decision<LineEffect> {
  const decided = transition(lineLifecycle, DECIDES[line.outcome], line.state)
  if (!decided.ok) return decided
  const { payFen, recoverFen } = settlementOf(line.payableFen, line.paidFen + line.onItsWayFen, line.waivedFen)
  const settled = line.outcome === 'pay' && payFen === 0n && line.onItsWayFen === 0n
  const moved = settled ? transition(lineLifecycle, 'finish_paying', decided.value.to) : decided
  if (!moved.ok) return moved
  return ok({
    id: line.id,
    benefit: line.benefit,
    outcome: line.outcome,
    transition: moved.value,
    payableFen: line.payableFen,
    payFen,
    recoverFen,
    reserveFen: payFen + line.onItsWayFen,
    reasons: line.reasons,
    decidedRevision: (line.decidedRevision ?? 0) + 1,
  })
}

/** The claim is decided when no line waits for a judgement any more. */
export function effectOnClaim(state: ClaimState, linesAfter: readonly LineState[]): Decision<Transition<ClaimState>> {
  const open = linesAfter.some((line) => line === 'open' || line === 'proposed')
  return transition(claimLifecycle, open ? 'leave_open' : 'decide', state)
}
