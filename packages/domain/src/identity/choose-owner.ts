/**
 * ORG-07: who gets a case. Only people who hold the permission, are there, have the skills and the language it needs,
 * and
 * are not to be kept apart from it (four eyes); among them those who handle its village, where there are any; then the
 * least open work; then who waited longest since the last assignment. The same facts always choose the same person.
 */
import { ok, refuse, type Decision, type Instant } from '../kernel/index.ts'

export type OwnerCandidate = {
  readonly id: string
  /** Whether this person holds the permission over the rows the case is one of. */
  readonly mayHold: boolean
  readonly absent: boolean
  readonly handlesVillages: readonly string[]
  readonly languages: readonly string[]
  readonly skills: readonly string[]
  readonly openCount: number
  readonly lastAssignedAt: Instant | null
}

export type OwnerNeed = {
  readonly villageCode: string | null
  /** Needed: nobody without it is chosen. */
  readonly skills: readonly string[]
  /** Wished: chosen among those who speak it, where there are any. */
  readonly language: string | null
  /** People who must not own it: the reporter, the insured person's kin, who assessed what is to be approved. */
  readonly apart: readonly string[]
}

export function chooseOwner(candidates: readonly OwnerCandidate[], need: OwnerNeed): Decision<OwnerCandidate> {
  const able = candidates.filter(
    (one) =>
      one.mayHold &&
      !one.absent &&
      !need.apart.includes(one.id) &&
      need.skills.every((skill) => one.skills.includes(skill)),
  )
  const near = preferred(able, (one) => need.villageCode !== null && one.handlesVillages.includes(need.villageCode))
  const understood = preferred(near, (one) => need.language === null || one.languages.includes(need.language))
  const [first] = [...understood].sort((a, b) => a.openCount - b.openCount || byWaiting(a, b) || (a.id < b.id ? -1 : 1))
  return first ? ok(first) : refuse('identity.nobody_available')
}

/** Those it is true of; all, where it is true of none. */
function preferred(
  candidates: readonly OwnerCandidate[],
  is: (one: OwnerCandidate) => boolean,
): readonly OwnerCandidate[] {
  const found = candidates.filter(is)
  return found.length > 0 ? found : candidates
}

function byWaiting(a: OwnerCandidate, b: OwnerCandidate): number {
  const [at, other] = [a.lastAssignedAt ?? '', b.lastAssignedAt ?? '']
  return at < other ? -1 : at > other ? 1 : 0
}
