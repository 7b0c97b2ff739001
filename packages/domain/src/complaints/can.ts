/** What somebody may do with a complaint before it is solved: the buttons of its page (CMP-02…05). */
import type { Permission } from '../kernel/index.ts'
import { complaintLifecycle, type ComplaintState } from './lifecycles.ts'
import { decideTurning, type Hanging } from './tips/turning.ts'

export const COMPLAINT_ACTS = [
  'supplement',
  'tie',
  'askMissing',
  'check',
  'classify',
  'assign',
  'contact',
  'addFacts',
  'withdraw',
  'merge',
  'separate',
  'link',
  'endTask',
  'declareMajor',
  'toTip',
] as const
export type ComplaintAct = (typeof COMPLAINT_ACTS)[number]

type Who = {
  readonly holds: (permission: Permission) => boolean
  /** Must keep out of it. */
  readonly recused: boolean
  /** May coordinate it, as one of the group or as the superior named for it. */
  readonly coordinates: boolean
  /** What was built on the complaint. */
  readonly hanging: readonly Hanging[]
}

export function complaintCan(state: ComplaintState, { holds, recused, coordinates, hanging }: Who): ComplaintAct[] {
  const open = complaintLifecycle.states[state].phase === 'open'
  const records = open && !recused && holds('complaint.record')
  const leads = coordinates && holds('complaint.coordinate')
  const leadsFrom = (act: 'accept' | 'assign' | 'merge' | 'separate') =>
    leads && complaintLifecycle.transitions[act].from.some((from) => from === state)
  const checks = leadsFrom('accept') || leadsFrom('assign')
  const found: Readonly<Record<ComplaintAct, boolean>> = {
    supplement: records,
    tie: records,
    askMissing: records,
    check: checks,
    classify: checks,
    assign: leadsFrom('assign'),
    contact: records,
    addFacts: records,
    withdraw: records,
    merge: leadsFrom('merge'),
    separate: leadsFrom('separate'),
    link: open && leads,
    declareMajor: open && leads,
    toTip: leads && decideTurning(state, hanging).ok,
    endTask: open && !recused && holds('complaint.read'),
  }
  return COMPLAINT_ACTS.filter((act) => found[act])
}
