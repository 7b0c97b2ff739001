/**
 * SRV-02, SRV-03, SLA T02, T03: what a telephone system tells of a call, and what becomes of the call by it. Words come
 * late, twice or out of order, or all at once when the call is over; each is taken for what it still adds. A call that
 * nobody answered is called back, unless the caller hung up before anybody could have answered.
 */
import { transition, type Instant, type Transition } from '../kernel/index.ts'
import { callLifecycle, type CallState } from './call-lifecycle.ts'

/** Which of the published numbers was called; each has its own promises (SLA §3, line calendars). */
export const CALL_LINES = {
  consult: '咨询电话',
  report: '报案电话',
  elder: '长者专线',
  complaint: '投诉电话',
  progress: '进度查询电话',
} as const
export type CallLine = keyof typeof CALL_LINES

export const CALL_DIRECTIONS = { in: '呼入', out: '呼出' } as const
export type CallDirection = keyof typeof CALL_DIRECTIONS

export const CALL_ENDERS = { customer: '客户', agent: '坐席', system: '系统' } as const
export type CallEnder = keyof typeof CALL_ENDERS

/** Less is a slip of the finger: nobody can answer so fast (seconds). */
const SHORTEST_RING_SECONDS = 5

export type CallWord = {
  readonly what: 'rang' | 'answered' | 'ended'
  readonly at: Instant
  /** Who hung up; only with `ended`. */
  readonly by?: CallEnder
}

export type CallStand = {
  readonly direction: CallDirection
  readonly state: CallState
  readonly rangAt: Instant
}

export type CallStep = { readonly event: CallEvent; readonly moved: Transition<CallState> }
export type CallEvent = 'call.answered' | 'call.ended' | 'call.missed' | 'call.abandoned' | 'call.not_reached'

/** What a word adds to a call that has rung; null where nothing is added. */
export function nextOfCall(call: CallStand, word: CallWord): CallStep | null {
  if (word.what === 'rang') return null
  if (word.what === 'answered') return step('answer', 'call.answered', call)
  if (call.state === 'talking') return step('hang_up', 'call.ended', call)
  if (call.direction === 'out') return step('fail', 'call.not_reached', call)
  const rangSeconds = (Date.parse(word.at) - Date.parse(call.rangAt)) / 1000
  const slip = word.by === 'customer' && rangSeconds < SHORTEST_RING_SECONDS
  return slip ? step('abandon', 'call.abandoned', call) : step('miss', 'call.missed', call)
}

function step(name: keyof typeof callLifecycle.transitions, event: CallEvent, { state }: CallStand): CallStep | null {
  const moved = transition(callLifecycle, name, state)
  return moved.ok ? { event, moved: moved.value } : null
}

/** Words in the order in which things happen, whatever order they came in. */
export function inOrder(words: readonly CallWord[]): CallWord[] {
  const rank = { rang: 0, answered: 1, ended: 2 }
  return words.toSorted((one, other) => rank[one.what] - rank[other.what])
}
