/** CBK-02: what may be done with a callback now, by whom; screens show buttons by it, commands decide by the same. */
import { ok, refuse, type Decision } from '../kernel/index.ts'
import type { CallbackState } from './lifecycles.ts'

export type CallbackFacts = {
  readonly state: CallbackState
  readonly isOwner: boolean
  /** Has handled what is asked about (回避). */
  readonly excluded: boolean
  readonly mayMake: boolean
  readonly mayLead: boolean
  /** Somebody was reached since it was taken. */
  readonly spoken: boolean
  readonly identified: boolean
}

export function callbackCan(facts: CallbackFacts): string[] {
  const { state, mayMake, mayLead, excluded, isOwner } = facts
  const can: string[] = []
  if (mayLead && (state === 'owed' || state === 'contacting')) can.push('assign')
  if (!mayMake || excluded) return can
  if (state === 'owed' || state === 'exhausted') can.push('take')
  if (state !== 'contacting' || !isOwner) return can
  can.push('attempt', 'giveBack', 'reveal', 'exhaust')
  if (facts.spoken) can.push('identify')
  if (facts.spoken && facts.identified) can.push('answer')
  return can
}

/** Only who took it writes down what came of it, and nobody who has to stand aside. */
export function mayContact(facts: {
  readonly state: CallbackState
  readonly isOwner: boolean
  readonly excluded: boolean
}): Decision<true> {
  if (facts.excluded) return refuse('callback.must_stand_aside')
  return facts.state === 'contacting' && facts.isOwner ? ok(true) : refuse('callback.not_yours')
}
