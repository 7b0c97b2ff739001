/**
 * 理赔复议 (CLM-16; the denial letter promises it): a decision the customer disputes is judged again by people who had no
 * part in it, and answered in writing. Disputed are decided lines only, one dispute at a time.
 */
import { ok, refuse, type Decision, type Fen } from '../kernel/index.ts'
import type { LineState } from './lifecycles.ts'

const DECIDED: readonly LineState[] = ['approved', 'paid', 'denied', 'not_applicable']

export function decideDispute(facts: {
  readonly open: boolean
  readonly lines: readonly { readonly state: LineState }[]
  readonly askedOn: string
  readonly today: string
}): Decision<null> {
  if (facts.open) return refuse('reconsideration.open_already')
  if (!facts.lines.every((line) => DECIDED.includes(line.state))) return refuse('reconsideration.nothing_decided')
  return facts.askedOn > facts.today ? refuse('reconsideration.asked_in_future') : ok(null)
}

/** Who took part in the disputed decision neither proposes nor approves the answer. */
export function decideImpartial(barred: readonly string[], actorId: string): Decision<null> {
  return barred.includes(actorId) ? refuse('reconsideration.took_part') : ok(null)
}

export function answerOf(beforeFen: Fen, afterFen: Fen): 'upheld' | 'changed' {
  return beforeFen === afterFen ? 'upheld' : 'changed'
}
