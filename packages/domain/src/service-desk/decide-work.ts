/**
 * SRV-01, SRV-04: who works on a request. It has one owner, from the first contact until it is handed over (首问负责);
 * others may look and note, whoever leads the desk may step in. Nobody gets what another took.
 */
import {
  ok,
  refuse,
  transition,
  transitionsFrom,
  type Decision,
  type Instant,
  type Transition,
} from '../kernel/index.ts'
import { requestLifecycle, type RequestState } from './lifecycles.ts'
import type { RequestKind } from './words.ts'

export type Worker = { readonly id: string; readonly leads: boolean }

export function mayWorkOn(ownerId: string | null, worker: Worker): boolean {
  return ownerId === null || ownerId === worker.id || worker.leads
}

export type TakeFacts = { readonly state: RequestState; readonly ownerId: string | null; readonly ownerName: string }

export function decideTake(
  { state, ownerId, ownerName }: TakeFacts,
  takerId: string,
): Decision<Transition<RequestState>> {
  if (ownerId !== null && ownerId !== takerId) return refuse('desk.taken', { owner: ownerName })
  return transition(requestLifecycle, 'take', state)
}

const MOST_SNOOZE_DAYS = 30
const DAY_MS = 86_400_000

/** Put off with a time to come back by itself. The promises run on: putting off is no pause. */
export function decideSnooze(state: RequestState, until: Instant, now: Instant): Decision<Transition<RequestState>> {
  const days = (Date.parse(until) - Date.parse(now)) / DAY_MS
  if (days <= 0) return refuse('desk.snooze_in_past')
  if (days > MOST_SNOOZE_DAYS) return refuse('desk.snooze_too_long', { most: MOST_SNOOZE_DAYS })
  return transition(requestLifecycle, 'snooze', state)
}

export type ClosingFacts = { readonly state: RequestState; readonly unanswered: boolean; readonly reason: string }

/** A customer who waits for an answer is not filed away without a word why. */
export function decideClosing({ state, unanswered, reason }: ClosingFacts): Decision<Transition<RequestState>> {
  if (unanswered && reason === '') return refuse('desk.close_reason_missing')
  return transition(requestLifecycle, 'close', state)
}

export type MergeFacts = {
  readonly id: string
  readonly state: RequestState
  readonly personId: string | null
  readonly confidential: boolean
  readonly into: {
    readonly id: string
    readonly state: RequestState
    readonly personId: string | null
    readonly confidential: boolean
  }
  /** Others were merged into this one. */
  readonly hasMerged: boolean
}

/** SLA §2 rule 13: the same person only; different complainants are linked, never merged. */
export function decideMerge(facts: MergeFacts): Decision<Transition<RequestState>> {
  const { into } = facts
  if (facts.id === into.id) return refuse('desk.merge_itself')
  if (facts.personId === null || facts.personId !== into.personId) return refuse('desk.merge_other_person')
  if (facts.confidential !== into.confidential) return refuse('desk.merge_confidential')
  if (facts.hasMerged) return refuse('desk.merge_again')
  if (requestLifecycle.states[into.state].phase === 'ended') {
    return refuse('desk.merge_into_ended', { state: requestLifecycle.states[into.state].zh })
  }
  return transition(requestLifecycle, 'merge', facts.state)
}

export type ParentFacts = {
  readonly id: string
  readonly parentId: string
  readonly parentOfParent: string | null
  readonly hasChildren: boolean
}

/** One level: a group event and those who tell of it. */
export function decideParent({ id, parentId, parentOfParent, hasChildren }: ParentFacts): Decision<null> {
  if (id === parentId || parentOfParent !== null || hasChildren) return refuse('desk.parent_level')
  return ok(null)
}

/** A tip stays one: what was told in confidence is not opened to everybody by another word. */
export function decideKindChange(from: RequestKind, to: RequestKind, mayUnseal: boolean): Decision<null> {
  if (from === to) return refuse('desk.kind_same')
  if (from === 'tip' && !mayUnseal) return refuse('desk.kind_sealed')
  return ok(null)
}

export type CanFacts = {
  readonly state: RequestState
  readonly ownerId: string | null
  readonly kind: RequestKind
  readonly personKnown: boolean
}
export type CanWho = Worker & {
  readonly works: boolean
  readonly reports: boolean
  readonly arranges: boolean
  readonly complains: boolean
}

/** What may be done with the request; screens show buttons by it. */
export function requestCan({ state, ownerId, kind, personKnown }: CanFacts, who: CanWho): string[] {
  if (!who.works) return []
  const mine = mayWorkOn(ownerId, who)
  const open = requestLifecycle.states[state].phase === 'open'
  const can: string[] = state === 'merged' ? [] : ['note', 'link']
  if (open && ownerId !== who.id && ownerId === null) can.push('take')
  if (!mine) return can
  const steps = transitionsFrom(requestLifecycle, state)
  for (const act of ['answer', 'snooze', 'wake', 'solve', 'close', 'merge', 'unmerge', 'reopen'] as const)
    if (steps.includes(act) && (act !== 'merge' || personKnown)) can.push(act)
  if (steps.includes('tell')) can.push('answer', 'draft')
  if (open) can.push('assign', 'draft', 'special', 'classify', 'kind', 'person', 'language', 'parent')
  if (state === 'solved' || state === 'closed') can.push('classify')
  if (steps.includes('convert') && who.reports) can.push('convertToReport')
  if (open && who.arranges) can.push('convertToVisit')
  if (steps.includes('convert') && who.complains) can.push(kind === 'tip' ? 'convertToTip' : 'convertToComplaint')
  return can
}
