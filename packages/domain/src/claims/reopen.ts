/**
 * Reopening (CLM-16): an under-payment, an over-payment, a dispute by the customer, new papers or a lawsuit bring
 * chosen
 * lines back under judgement; what was paid for them stays paid, and the next decision settles only the difference.
 */
import { ok, refuse, transition, type Decision, type Transition, type Fen } from '../kernel/index.ts'
import { claimLifecycle, lineLifecycle, type ClaimState, type LineState } from './lifecycles.ts'

export type ReopenFacts = {
  readonly state: ClaimState
  readonly lines: readonly { readonly id: string; readonly state: LineState; readonly advancedFen?: Fen }[]
  readonly lineIds: readonly string[]
}
export type Reopening = {
  readonly transition: Transition<ClaimState>
  readonly lines: readonly { readonly id: string; readonly transition: Transition<LineState> }[]
}

export function decideReopen(facts: ReopenFacts): Decision<Reopening> {
  const moved = transition(claimLifecycle, 'reopen', facts.state)
  if (!moved.ok) return moved
  const lines: { id: string; transition: Transition<LineState> }[] = []
  for (const id of new Set(facts.lineIds)) {
    const line = facts.lines.find((one) => one.id === id)
    if (!line) return refuse('claim.line_unknown')
    const back = transition(lineLifecycle, 'reopen', line.state)
    if (!back.ok) return back
    lines.push({ id, transition: back.value })
  }
  return ok({ transition: moved.value, lines })
}

/** 撤案 ends every line that nobody has decided; a claim with a decision cannot be withdrawn, only closed. */
export function decideWithdrawal(facts: Omit<ReopenFacts, 'lineIds'>): Decision<Reopening> {
  const moved = transition(claimLifecycle, 'withdraw', facts.state)
  if (!moved.ok) return moved
  if (facts.lines.some((line) => line.state === 'approved' || line.state === 'paid' || line.state === 'denied')) {
    return refuse('claim.decided_in_part')
  }
  if (facts.lines.some((line) => (line.advancedFen ?? 0n) > 0n)) return refuse('advance.paid_already')
  const lines: { id: string; transition: Transition<LineState> }[] = []
  for (const line of facts.lines) {
    if (line.state === 'not_applicable') continue
    const ended = transition(lineLifecycle, 'withdraw', line.state)
    if (!ended.ok) return ended
    lines.push({ id: line.id, transition: ended.value })
  }
  return ok({ transition: moved.value, lines })
}
