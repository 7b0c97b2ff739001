/**
 * CUS-07, 个人信息保护法 44–50: who asks is checked before anything is said; a refusal gives its reason; what the law has us
 * keep is not deleted but no longer used (restricted); relatives ask about the dead only.
 */
import { ok, refuse, transition, type Day, type Decision, type Transition } from '../kernel/index.ts'
import { dataRequestLifecycle, type DataRequestState } from './privacy-lifecycles.ts'
import type { IdentityCheck, RequestAsker, RequestKind, RequestOutcome, RequestRefusal } from './privacy-words.ts'

/** What proves which asker. */
const CHECKS: Readonly<Record<RequestAsker, readonly IdentityCheck[]>> = {
  self: ['id_card', 'portal', 'call_back'],
  proxy: ['mandate'],
  heir: ['kinship'],
}

export function decideRequest(asked: {
  readonly kind: RequestKind
  readonly asker: RequestAsker
  readonly diedOn: Day | null
}): Decision<null> {
  if ((asked.kind === 'heirs') !== (asked.asker === 'heir')) return refuse('customers.request_heirs_only')
  if (asked.kind === 'heirs' && asked.diedOn === null) return refuse('customers.request_not_dead')
  return ok(null)
}

export function decideVerify(
  state: DataRequestState,
  asker: RequestAsker,
  how: IdentityCheck,
): Decision<Transition<DataRequestState>> {
  if (!CHECKS[asker].includes(how)) return refuse('customers.request_check_unfit')
  return transition(dataRequestLifecycle, 'verify', state)
}

export type RequestAnswer = {
  readonly outcome: RequestOutcome
  readonly refusal: RequestRefusal | null
  /** Copies made for it so far. */
  readonly copies: number
  /** The destruction asked for: null = none was proposed. */
  readonly destroyed: boolean | null
  /** The correction was proposed to the second person. */
  readonly corrected: boolean
}

/** An answer must show what it grants: a copy was made, the data are destroyed, the correction is on its way. */
export function decideAnswer(
  request: { readonly state: DataRequestState; readonly kind: RequestKind },
  answer: RequestAnswer,
): Decision<Transition<DataRequestState>> {
  if ((answer.outcome === 'refused') !== (answer.refusal !== null)) return refuse('customers.request_reason_missing')
  if (answer.outcome === 'refused') return transition(dataRequestLifecycle, 'refuse', request.state)
  if (answer.outcome === 'restricted') {
    if (request.kind !== 'delete') return refuse('customers.request_not_restrictable')
    return transition(dataRequestLifecycle, 'answer', request.state)
  }
  const { kind } = request
  const proved =
    kind === 'explain' ||
    (kind === 'correct' && answer.corrected) ||
    (kind === 'delete' && answer.destroyed === true) ||
    ((kind === 'access' || kind === 'copy' || kind === 'heirs') && answer.copies > 0)
  if (!proved) return refuse('customers.request_nothing_done')
  return transition(dataRequestLifecycle, 'answer', request.state)
}

/** What the screen offers. */
export function dataRequestCan(
  request: { readonly state: DataRequestState; readonly kind: RequestKind },
  may: { readonly record: boolean; readonly answer: boolean; readonly correct: boolean },
): string[] {
  const { state, kind } = request
  const can: string[] = []
  if (state === 'received' && may.record) can.push('verify')
  if (state === 'verified' && may.answer) {
    can.push('answer')
    if (kind === 'access' || kind === 'copy' || kind === 'heirs') can.push('makeCopy')
    if (kind === 'delete') can.push('proposeErasure')
  }
  if (state === 'verified' && kind === 'correct' && may.correct) can.push('correct')
  if (state === 'received' && may.answer) can.push('refuse')
  if ((state === 'received' || state === 'verified') && may.record) can.push('withdraw')
  if ((state === 'answered' || state === 'refused') && may.answer) can.push('close')
  return can
}
