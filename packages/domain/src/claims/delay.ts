/**
 * CLM-06, CLM-11: a delay is told before the promised day is over, with the reason and the new day; the new day lies
 * after the old one and never beyond the limit of law (CLM-13, 保险法 23).
 */
import { ok, refuse, type Day, type Decision } from '../kernel/index.ts'

export type DelayFacts = {
  readonly today: Day
  readonly newDueOn: Day
  /** The day promised or limited by law that comes first and is still running. */
  readonly dueOn: Day | null
  readonly statutoryDueOn: Day | null
}
export type DelayRefusal = 'delay.nothing_due' | 'delay.too_late' | 'delay.not_later' | 'delay.beyond_law'

export function decideDelay(facts: DelayFacts): Decision<{ originalDue: Day; statutoryDue: Day }, DelayRefusal> {
  const { dueOn, statutoryDueOn } = facts
  if (dueOn === null) return refuse('delay.nothing_due')
  if (facts.today > dueOn) return refuse('delay.too_late', { dueOn })
  if (facts.newDueOn <= dueOn) return refuse('delay.not_later', { newDueOn: facts.newDueOn, dueOn })
  if (statutoryDueOn !== null && facts.newDueOn > statutoryDueOn) {
    return refuse('delay.beyond_law', { newDueOn: facts.newDueOn, statutoryDueOn })
  }
  return ok({ originalDue: dueOn, statutoryDue: statutoryDueOn ?? facts.newDueOn })
}
