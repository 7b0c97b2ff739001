/**
 * SRV-09: what may be done with a visit now, by whom; screens show buttons by it, commands decide by the same table.
 */
import { transition } from '../kernel/index.ts'
import { visitLifecycle, type VisitState } from './lifecycles.ts'
import type { VisitKind } from './words.ts'

export type CanFacts = {
  readonly kind: VisitKind
  readonly state: VisitState
  readonly isVisitor: boolean
  readonly mayArrange: boolean
  readonly mayMake: boolean
  readonly mayLead: boolean
  /** May see what is masked anywhere. */
  readonly mayReveal: boolean
  /** Something stands against sending the visitor, and no lead has let it pass. */
  readonly uncovered: boolean
  /** A version lies beside. */
  readonly beside: boolean
}

type Ringing = Pick<CanFacts, 'state' | 'isVisitor' | 'mayArrange' | 'mayMake' | 'mayReveal'>

/** CUS-08: who arranges or makes an open visit has to ring up; afterwards only who may see masked values anywhere. */
export function mayShowPhone(facts: Ringing): boolean {
  if (facts.mayReveal) return true
  const open = visitLifecycle.states[facts.state].phase === 'open'
  return open && (facts.mayArrange || (facts.mayMake && facts.isVisitor))
}

export function visitCan(facts: CanFacts): string[] {
  const { state, kind } = facts
  const leads = (act: 'agree' | 'putOff' | 'setOut' | 'arrive' | 'finish' | 'cancel') =>
    transition(visitLifecycle, act, state).ok
  const can: string[] = []
  if (facts.mayArrange) for (const act of ['agree', 'putOff', 'cancel'] as const) if (leads(act)) can.push(act)
  if (facts.mayMake && facts.isVisitor) {
    if (kind !== 'video' && leads('setOut')) can.push('setOut')
    if (kind !== 'video' && leads('arrive')) can.push('arrive')
    if (leads('finish')) can.push('handIn')
    if (kind === 'video' && leads('finish')) can.push('openRoom')
  }
  if (facts.mayLead && facts.uncovered && !facts.isVisitor && state === 'agreed') can.push('confirmUncovered')
  if (facts.mayArrange && facts.beside) can.push('choose')
  if (mayShowPhone(facts)) can.push('reveal')
  return can
}
