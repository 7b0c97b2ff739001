/**
 * SRV-02: a complaint box is opened by two different persons, and what was found is written down at once, nothing too.
 * The second signs with an own account: until then, and where that person says it was otherwise, the box counts as
 * unopened and its duty runs on (S01). What lay in it becomes requests at once: nobody waits for a signature.
 */
import { ok, refuse, transition, type Decision, type Instant, type Transition } from '../kernel/index.ts'
import { boxLifecycle, openingLifecycle, type BoxState, type OpeningState } from './box-lifecycles.ts'

export type OpeningFacts = {
  readonly state: BoxState
  readonly hungAt: Instant
  /** The latest opening two persons vouch for. */
  readonly lastOpenedAt: Instant | null
  /** One still waits for its second person. */
  readonly waiting: boolean
  readonly openedAt: Instant
  readonly openerId: string
  readonly witnessId: string
  readonly now: Instant
}

export function decideOpening(facts: OpeningFacts): Decision<null> {
  if (facts.state !== 'hung') return refuse('desk.box_removed')
  if (facts.waiting) return refuse('desk.box_waiting')
  if (facts.openerId === facts.witnessId) return refuse('desk.box_same_person')
  if (facts.openedAt > facts.now) return refuse('desk.box_opened_in_future')
  if (facts.openedAt < (facts.lastOpenedAt ?? facts.hungAt)) return refuse('desk.box_opened_before')
  return ok(null)
}

export type WitnessFacts = {
  readonly state: OpeningState
  readonly witnessId: string
  readonly actorId: string
  readonly agrees: boolean
  /** What was otherwise. */
  readonly dispute: string
}

export function decideWitness(facts: WitnessFacts): Decision<Transition<OpeningState>> {
  if (facts.witnessId !== facts.actorId) return refuse('desk.box_not_witness')
  if (!facts.agrees && facts.dispute === '') return refuse('desk.box_dispute_missing')
  return transition(openingLifecycle, facts.agrees ? 'confirm' : 'dispute', facts.state)
}

export function decideRemoval(state: BoxState, waiting: boolean): Decision<Transition<BoxState>> {
  return waiting ? refuse('desk.box_waiting') : transition(boxLifecycle, 'remove', state)
}
