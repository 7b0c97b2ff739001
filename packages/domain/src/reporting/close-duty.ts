/**
 * A duty closes only with its evidence file and a short finding (RPT-06), by whoever answers for it, the stand-in, or
 * who manages the duties; not before its period has begun. It is opened again with a reason.
 */
import { ok, refuse, transition, type Day, type Decision, type Transition } from '../kernel/index.ts'
import { dutyLifecycle, type DutyState } from './lifecycles.ts'

export type DutyFacts = {
  readonly state: DutyState
  readonly from: Day
  readonly today: Day
  /** Owner, named deputy and whoever stands in today. */
  readonly answerable: readonly string[]
  readonly actorId: string
  readonly mayManage: boolean
  readonly files: number
}

type CloseRefusal = 'lifecycle.not_possible' | 'duty.not_yours' | 'duty.not_begun' | 'duty.no_evidence'

export function decideClosingDuty(facts: DutyFacts): Decision<Transition<DutyState>, CloseRefusal> {
  const step = transition(dutyLifecycle, 'close', facts.state)
  if (!step.ok) return step
  if (!facts.mayManage && !facts.answerable.includes(facts.actorId)) return refuse('duty.not_yours')
  if (facts.today < facts.from) return refuse('duty.not_begun', { from: facts.from })
  return facts.files === 0 ? refuse('duty.no_evidence') : step
}

/** An instance opened by hand is due today or later. */
export function decideOpeningByHand(facts: {
  readonly dueOn: Day
  readonly today: Day
  readonly isAdHoc: boolean
}): Decision<void, 'duty.not_by_hand' | 'duty.due_in_past'> {
  if (!facts.isAdHoc) return refuse('duty.not_by_hand')
  return facts.dueOn < facts.today ? refuse('duty.due_in_past', { dueOn: facts.dueOn }) : ok(undefined)
}
