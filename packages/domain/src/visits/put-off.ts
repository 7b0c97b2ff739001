/**
 * SRV-05, CLM-02, T07, T13, T14: later only after telling why before it is due. Told too late it is still told, but the
 * promise stays broken; the answer says which.
 */
import { ok, refuse, type Decision, type Instant } from '../kernel/index.ts'
import type { PutOffReason } from './words.ts'

export type PutOffFacts = {
  readonly reason: PutOffReason
  readonly note: string
  readonly before: Instant | null
  readonly newTo: Instant
  readonly dueAt: Instant | null
  readonly now: Instant
}

export function decidePutOff(facts: PutOffFacts): Decision<{ readonly inTime: boolean }> {
  if (facts.reason === 'other' && facts.note === '') return refuse('visit.reason_missing')
  if (facts.before !== null && Date.parse(facts.newTo) <= Date.parse(facts.before)) return refuse('visit.not_later')
  return ok({ inTime: facts.dueAt === null || Date.parse(facts.now) <= Date.parse(facts.dueAt) })
}
