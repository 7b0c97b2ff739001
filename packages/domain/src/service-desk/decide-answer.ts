/**
 * SRV-08, SLA §2 rule 11: an answer to the customer. By telephone and face to face it was given when it was said; by
 * the other channels it is sent, and counts when it has left. What came back after it was solved needs the reason why
 * it is answered again.
 */
import { ok, refuse, transition, type Decision, type Instant, type Transition } from '../kernel/index.ts'
import { requestLifecycle, type RequestState } from './lifecycles.ts'
import type { ChannelName } from './words.ts'

const SAID: readonly ChannelName[] = ['phone', 'elder_line', 'counter', 'visit', 'liaison']
/** On paper: written down when it was posted, faxed or handed back. */
const ON_PAPER: readonly ChannelName[] = ['letter', 'fax', 'box', 'regulator']

export function isWrittenDown(channel: ChannelName): boolean {
  return SAID.includes(channel) || ON_PAPER.includes(channel)
}

export type AnswerFacts = {
  readonly state: RequestState
  readonly channel: ChannelName
  readonly reopenedCount: number
  readonly unansweredSince: Instant | null
  readonly repeatReason: string
  readonly saidAt: Instant | null
  readonly receivedAt: Instant
  readonly now: Instant
  /** An address of that channel is known. */
  readonly reachable: boolean
}

/** Whether it was said, and when; `moved` null where it still has to leave. */
export type Answering = { readonly at: Instant; readonly moved: Transition<RequestState> | null }

/** One that was turned into a case stays turned: the answer tells what became of it. */
export function stepOfAnswer(state: RequestState): Decision<Transition<RequestState>> {
  return transition(requestLifecycle, state === 'converted' ? 'tell' : 'answer', state)
}

export function decideAnswer(facts: AnswerFacts): Decision<Answering> {
  const moved = stepOfAnswer(facts.state)
  if (!moved.ok) return moved
  const cameBack = facts.reopenedCount > 0 && facts.unansweredSince !== null
  if (cameBack && facts.repeatReason === '') return refuse('desk.repeat_reason_missing')
  if (!isWrittenDown(facts.channel)) {
    return facts.reachable ? ok({ at: facts.now, moved: null }) : refuse('desk.no_address')
  }
  const at = facts.saidAt ?? facts.now
  if (at > facts.now) return refuse('desk.said_in_future')
  if (at < facts.receivedAt) return refuse('desk.said_before_received')
  return ok({ at, moved: moved.value })
}
