/**
 * Four eyes over money (CLM-12, ORG-05): who makes a batch does not send it; a payment that failed goes out again only
 * to a confirmed account of its person.
 */
import { ok, refuse, transition, type Decision, type Transition } from '../kernel/index.ts'
import { batchLifecycle, paymentLifecycle, type BatchState, type PaymentState } from './lifecycles.ts'

export function decideSend(facts: {
  readonly state: BatchState
  readonly madeBy: string
  readonly actorId: string
}): Decision<Transition<BatchState>> {
  if (facts.madeBy === facts.actorId) return refuse('payment.own_batch')
  return transition(batchLifecycle, 'send', facts.state)
}

/** Where a batch stands after a return: finished when no payment of it waits for the bank. */
export function decideAnswered(state: BatchState, waiting: number): Decision<Transition<BatchState>> {
  return transition(batchLifecycle, waiting === 0 ? 'finish' : 'answer', state)
}

export type ReissueFacts = {
  readonly state: PaymentState
  readonly replacedAlready: boolean
  /** The decision the payment belongs to still stands. */
  readonly current: boolean
  readonly payee: { readonly state: string; readonly samePerson: boolean } | null
}

export function decideReissue(facts: ReissueFacts): Decision<null> {
  if (facts.state !== 'failed') return refuse('payment.not_failed', { state: paymentLifecycle.states[facts.state].zh })
  if (facts.replacedAlready) return refuse('payment.replaced_already')
  if (!facts.current) return refuse('payment.decision_changed')
  if (!facts.payee?.samePerson) return refuse('payment.payee_unknown')
  return facts.payee.state === 'confirmed' ? ok(null) : refuse('payment.payee_not_confirmed')
}
