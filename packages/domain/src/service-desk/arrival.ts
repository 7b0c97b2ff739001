/**
 * SRV-01, SRV-08, SLA §2 rule 12: where a message of a known conversation goes. While its request is open, and as long
 * as it is solved but not archived, it belongs to it (and opens it again); afterwards it is a new request. What came of
 * a request that was turned into a case is asked anew too, beside the case.
 */
import { transition, type Transition } from '../kernel/index.ts'
import { requestLifecycle, type RequestState } from './lifecycles.ts'

export type Arrival =
  | { readonly to: 'new' }
  /** `moved` null: the state stays as it is. */
  | { readonly to: 'same'; readonly moved: Transition<RequestState> | null; readonly reopens: boolean }

const NEW: Arrival = { to: 'new' }

export function arrivalAt(state: RequestState, automatic: boolean): Arrival {
  if (state === 'closed' || state === 'converted' || state === 'merged') return NEW
  // An out-of-office note changes nothing; a first message that nobody took waits to be taken.
  if (automatic || state === 'received' || state === 'taken') return { to: 'same', moved: null, reopens: false }
  const moved = transition(requestLifecycle, 'hear', state)
  return moved.ok ? { to: 'same', moved: moved.value, reopens: state === 'solved' } : NEW
}
