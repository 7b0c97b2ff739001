/** The buttons of the loop: on a complaint, on a 整改 (CMP-13). */
import type { Permission } from '../../kernel/index.ts'
import type { ComplaintState } from '../lifecycles.ts'
import { improvementLifecycle, type ImprovementState } from './lifecycles-loop.ts'

type Holds = (permission: Permission) => boolean

export function loopCan(of: {
  readonly state: ComplaintState
  readonly recused: boolean
  readonly caused: boolean
  readonly improved: boolean
  readonly inLibrary: boolean
  readonly holds: Holds
}): string[] {
  if (of.recused || !of.holds('complaint.improve')) return []
  const outside = of.state === 'merged' || of.state === 'redirected'
  const found: Readonly<Record<string, boolean>> = {
    nameCause: !outside,
    openImprovement: of.caused && !of.improved,
    draftCase: of.state === 'closed' && !of.inLibrary,
  }
  return Object.keys(found).filter((act) => found[act])
}

export function improvementCan(of: {
  readonly state: ImprovementState
  readonly isOwner: boolean
  readonly isDoer: boolean
  readonly measurable: boolean
  readonly holds: Holds
}): string[] {
  const from = (act: keyof typeof improvementLifecycle.transitions) =>
    improvementLifecycle.transitions[act].from.some((one) => one === of.state)
  const improves = of.holds('complaint.improve')
  const leads = of.holds('complaint.coordinate')
  const found: Readonly<Record<string, boolean>> = {
    assign: leads && from('assign'),
    drop: leads && from('drop'),
    report: of.isOwner && from('report'),
    measure: improves && from('measure') && of.measurable,
    accept: improves && !of.isDoer && from('accept'),
    again: improves && !of.isDoer && from('again'),
    linkChange: improves && of.state !== 'dropped',
  }
  return Object.keys(found).filter((act) => found[act])
}
