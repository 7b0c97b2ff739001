/**
 * CMP-03, CMP-09; 令2020-3 art. 15, 18: is it ours, was it decided already, is it the same complaint again, are there
 * new facts, is it withdrawn.
 */
import { ok, refuse, transition, type Decision, type Transition } from '../kernel/index.ts'
import { complaintLifecycle, type ComplaintState } from './lifecycles.ts'

export const FINDINGS = {
  ours: '属于本公司，受理',
  not_ours: '不属于本公司，告知去处',
  already_decided: '同一事项已有处理决定，告知救济途径',
} as const
export type Finding = keyof typeof FINDINGS

/** What a first check opens beside the case itself: somebody looks, and says when it is done (CMP-03). */
export const COMPLAINT_TASKS = { legal: '法务意见', quality: '质量检查', report: '监管影响报告' } as const
export type ComplaintTask = keyof typeof COMPLAINT_TASKS

export function tasksOpenedBy(impact: { readonly legal: boolean; readonly regulatory: boolean }): ComplaintTask[] {
  if (!impact.legal && !impact.regulatory) return []
  return [...(impact.legal ? (['legal'] as const) : []), 'quality', ...(impact.regulatory ? (['report'] as const) : [])]
}

export function decideFirstCheck(
  state: ComplaintState,
  {
    finding,
    told,
    earlier,
  }: { readonly finding: Finding; readonly told: string; readonly earlier: EarlierCase | null },
): Decision<Transition<ComplaintState> | null> {
  // A second look corrects urgency and severity of what was accepted.
  if (finding === 'ours')
    return state === 'accepted' || state === 'assigned' || state === 'investigating'
      ? ok(null)
      : transition(complaintLifecycle, 'accept', state)
  if (told === '') return refuse('complaint.where_not_told')
  if (finding === 'already_decided' && !(earlier?.sameComplainant && earlier.decided))
    return refuse('complaint.no_earlier_decision')
  return transition(complaintLifecycle, 'redirect', state)
}
export type EarlierCase = { readonly sameComplainant: boolean; readonly decided: boolean }

export type Complaining = {
  readonly personId: string | null
  readonly representation: string
  readonly name: string
  readonly phone: string
}

/** The same person complains: by name and telephone, or as the same insured person. Never guessed for the nameless. */
export function isSameComplainant(a: Complaining, b: Complaining): boolean {
  if (a.representation === 'anonymous' || b.representation === 'anonymous') return false
  if (a.name !== '' && a.name === b.name && a.phone !== '' && a.phone === b.phone) return true
  return a.representation === 'self' && b.representation === 'self' && a.personId !== null && a.personId === b.personId
}

type Merging = { readonly id: string; readonly state: ComplaintState }

/** SLA §2 rule 13: only the same complainant's; other people's are linked, never merged. */
export function decideComplaintMerge(
  merged: Merging,
  into: Merging,
  sameComplainant: boolean,
): Decision<Transition<ComplaintState>> {
  if (merged.id === into.id) return refuse('complaint.merge_with_itself')
  if (!sameComplainant) return refuse('complaint.different_complainants')
  if (complaintLifecycle.states[into.state].phase !== 'open') return refuse('complaint.survivor_ended')
  return transition(complaintLifecycle, 'merge', merged.state)
}

/** New facts restart the legal clock whatever was done (art. 18); what was worked out already is looked at again. */
export function decideNewFacts(state: ComplaintState): Decision<Transition<ComplaintState> | null> {
  if (complaintLifecycle.states[state].phase !== 'open') return transition(complaintLifecycle, 'renew', state)
  return complaintLifecycle.transitions.renew.from.some((from) => from === state)
    ? transition(complaintLifecycle, 'renew', state)
    : ok(null)
}

/** Undoing gives it back to where it stood: to its responsible person, to the desk, or to the first check. */
export function decideSeparation(state: ComplaintState, before: string | null): Decision<Transition<ComplaintState>> {
  const act = before === 'received' ? 'separate' : before === 'accepted' ? 'separateAccepted' : 'separateAssigned'
  return transition(complaintLifecycle, act, state)
}
