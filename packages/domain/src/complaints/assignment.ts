/**
 * CMP-04, CMP-05; ORG-07: one responsible person for each complaint, by load, skill and area; nobody who must keep out
 * is offered, and nobody who must keep out is taken. A complaint about one of the coordination group is coordinated by
 * their superior.
 */
import { chooseOwner, type OwnerCandidate, type OwnerNeed } from '../identity/index.ts'
import { ok, refuse, transition, type Decision, type Transition } from '../kernel/index.ts'
import { complaintLifecycle, type ComplaintState } from './lifecycles.ts'
import { RECUSED_WORDS, recusedAs, type Concerned, type Somebody } from './recusal.ts'

export type HandlerCandidate = OwnerCandidate & { readonly name: string; readonly institutionId: string | null }

/** Those who may be offered, the one to be proposed first. */
export function handlersFor<C extends HandlerCandidate>(
  candidates: readonly C[],
  concerned: Concerned,
  need: Pick<OwnerNeed, 'villageCode' | 'language'> & { readonly skill: string },
): readonly C[] {
  const free = candidates.filter((one) => !one.absent && recusedAs(one, concerned) === null)
  const skilled = free.filter((one) => need.skill !== '' && one.skills.includes(need.skill))
  const skills = skilled.length > 0 ? [need.skill] : []
  const first = chooseOwner(free, { villageCode: need.villageCode, language: need.language, skills, apart: [] })
  if (!first.ok) return free
  const rest = free.filter((one) => one.id !== first.value.id)
  const chosen = free.filter((one) => one.id === first.value.id)
  return [...chosen, ...rest.sort((a, b) => a.openCount - b.openCount || (a.id < b.id ? -1 : 1))]
}

/** A person named by hand: refused with the reason where they must keep out, are away, or do not handle complaints. */
export function decideAssignee<C extends HandlerCandidate>(
  candidates: readonly C[],
  concerned: Concerned,
  userId: string,
): Decision<C> {
  const one = candidates.find((candidate) => candidate.id === userId)
  if (!one) return refuse('complaint.assignee_not_possible')
  const why = recusedAs(one, concerned)
  if (why !== null) return refuse('complaint.assignee_recused', { name: one.name, why: RECUSED_WORDS[why] })
  return one.absent ? refuse('complaint.assignee_not_possible') : ok(one)
}

/** Handing over what is worked on leaves it where it stands; null = no step. */
export function decideAssigning(
  state: ComplaintState,
  responsible: boolean,
): Decision<Transition<ComplaintState> | null> {
  const { phase } = complaintLifecycle.states[state]
  return phase === 'open' && responsible && state !== 'accepted' && state !== 'received'
    ? ok(null)
    : transition(complaintLifecycle, 'assign', state)
}

type Coordinator = Somebody & { readonly absent: boolean }

/**
 * Who coordinates. `group` may coordinate complaints. Where one of the group is concerned, it is a superior of theirs
 * who may coordinate; else those who need not keep out take turns; null where nobody is left.
 */
export function coordinatorFor(group: readonly Coordinator[], concerned: Concerned, turn: number): string | null {
  if (group.some((one) => concerned.concernedIds.includes(one.id))) {
    const { concernedIds, lineIds } = concerned
    const superior = group.find((one) => lineIds.includes(one.id) && !concernedIds.includes(one.id))
    if (superior) return superior.id
  }
  const free = group.filter((one) => recusedAs(one, concerned) === null)
  const here = free.filter((one) => !one.absent)
  const able = here.length > 0 ? here : free
  return able[turn % Math.max(able.length, 1)]?.id ?? null
}

/** May this person check, classify and assign: the superior named for it may, though they stand in the line. */
export function decideCoordination(who: Somebody, concerned: Concerned, coordinatorId: string | null): Decision<null> {
  const why = recusedAs(who, concerned)
  if (why === null || (why === 'line' && who.id === coordinatorId)) return ok(null)
  return refuse('complaint.recused', { why: RECUSED_WORDS[why] })
}
