/**
 * SRV-09, CLM-02: what is handed in from a visit: when one arrived, proved on the scene by a photo or a position
 * besides the time; every point of the checklist answered; on the scene also the place and a photo. Nobody home asks
 * for nothing but the time, and a new time is due. What was written without a connection while the visit changed, or
 * by somebody without the certificate on that day (ORG-06), is kept beside, and a person chooses.
 */
import { ok, refuse, transition, type Decision, type Instant, type Transition } from '../kernel/index.ts'
import { unanswered, type Answers, type Checklist } from './checklists.ts'
import { visitLifecycle, type VisitState } from './lifecycles.ts'
import type { VisitKind, VisitResult } from './words.ts'

export type ArrivalFacts = {
  readonly kind: VisitKind
  /** By the visitor's device. */
  readonly arrivedAt: Instant
  readonly requestedAt: Instant
  readonly now: Instant
  readonly photo: boolean
  readonly position: boolean
}

export type Arrival = { readonly at: Instant; readonly proof: readonly string[] }

export function decideArrival(facts: ArrivalFacts): Decision<Arrival> {
  const { kind, photo, position } = facts
  if (Date.parse(facts.arrivedAt) < Date.parse(facts.requestedAt)) return refuse('visit.time_impossible')
  if (kind === 'on_site' && !photo && !position) return refuse('visit.arrival_unproved')
  const proof = [...(photo ? ['photo'] : []), ...(position ? ['position'] : [])]
  return ok({ at: notLater(facts.arrivedAt, facts.now), proof })
}

/** A device whose clock is fast does not arrive in the future. */
function notLater(at: Instant, now: Instant): Instant {
  return Date.parse(at) > Date.parse(now) ? now : at
}

export type HandInFacts = {
  readonly kind: VisitKind
  readonly state: VisitState
  readonly revision: number
  /** The revision the writer had before him. */
  readonly basedOn: number
  readonly isVisitor: boolean
  /** With the certificates the post asks for, on the day of the visit (ORG-06). */
  readonly certified: boolean
  readonly result: VisitResult
  readonly checklist: Checklist
  readonly checklistVersion: number
  readonly answers: Answers
  readonly place: string
  readonly photos: number
}

/** null: the visit changed meanwhile, or no certificate was valid; the record is kept beside. */
export function decideHandIn(facts: HandInFacts): Decision<Transition<VisitState> | null> {
  const met = facts.result !== 'nobody_home'
  if (met) {
    const open = facts.checklistVersion === facts.checklist.version ? unanswered(facts.checklist, facts.answers) : []
    if (open.length > 0) return refuse('visit.checklist_open', { points: open.join('；') })
    if (facts.kind === 'on_site' && facts.place.trim() === '') return refuse('visit.place_missing')
    if (photoMissing(facts)) return refuse('visit.photo_missing')
  }
  if (facts.basedOn !== facts.revision || !facts.isVisitor || !facts.certified) return ok(null)
  return transition(visitLifecycle, met ? 'finish' : 'miss', facts.state)
}

/** At the scene, where there is no second chance: the device asks it before one leaves. */
export function photoMissing(facts: Pick<HandInFacts, 'kind' | 'photos'>): boolean {
  return facts.kind === 'on_site' && facts.photos === 0
}

/** A record that lay beside becomes the visit's own, whatever the visit was meanwhile. */
export function decideChoice(state: VisitState, result: VisitResult): Decision<Transition<VisitState>> {
  return transition(visitLifecycle, result === 'nobody_home' ? 'adoptMiss' : 'adopt', state)
}
