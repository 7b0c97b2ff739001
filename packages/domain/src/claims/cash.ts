/**
 * Cash (CLM-12, CUS-05; LAW trap 15): the first signer says to whom, why, and shows a photo of the signed receipt; the
 * payment waits, and counts as paid when a second person who may pay cash has signed. Cash goes only to the insured, to
 * someone with a mandate to receive it, a guardian, a lawful beneficiary or an heir.
 */
import { refuse, transition, type Decision, type Transition } from '../kernel/index.ts'
import { paymentLifecycle, type PaymentState } from './lifecycles.ts'

export const CASH_RECEIVERS = {
  self: '本人',
  proxy: '受托代领人',
  guardian: '监护人',
  beneficiary: '受益人',
  heir: '继承人',
} as const
export type CashReceiver = keyof typeof CASH_RECEIVERS

export type CashOffer = {
  readonly state: PaymentState
  readonly photos: number
  readonly receiver: CashReceiver
  /** The paper that makes the receiver entitled, in words; needed from guardians, beneficiaries and heirs. */
  readonly basis: string
  readonly insuredDied: boolean
  readonly insuredLacksCapacity: boolean
  /** A mandate to receive, of this insured person and in force today. */
  readonly mandate: boolean
  /** Who receives the line is put forward and waits for a second person. */
  readonly sharesUndecided: boolean
}

export function decideCashOffer(facts: CashOffer): Decision<Transition<PaymentState>> {
  if (facts.photos !== 1) return refuse('payment.photo_missing')
  if (facts.sharesUndecided) return refuse('payment.shares_undecided')
  const against = judgeReceiver(facts)
  if (against) return refuse(against, { receiver: CASH_RECEIVERS[facts.receiver] })
  return transition(paymentLifecycle, 'offer_cash', facts.state)
}

function judgeReceiver(facts: CashOffer): string | null {
  switch (facts.receiver) {
    case 'self':
      return facts.insuredDied ? 'payment.receiver_not_entitled' : null
    case 'proxy':
      // A mandate ends with the death of who gave it (民法典 173).
      return facts.mandate && !facts.insuredDied ? null : 'payment.no_mandate'
    case 'guardian':
      if (facts.insuredDied || !facts.insuredLacksCapacity) return 'payment.receiver_not_entitled'
      return facts.basis === '' ? 'payment.receiver_basis_missing' : null
    case 'beneficiary':
    case 'heir':
      if (!facts.insuredDied) return 'payment.receiver_not_entitled'
      return facts.basis === '' ? 'payment.receiver_basis_missing' : null
  }
}

/** The second signature. */
export function decideCashSigned(facts: {
  readonly state: PaymentState
  readonly offeredBy: string
  readonly actorId: string
}): Decision<Transition<PaymentState>> {
  if (facts.offeredBy === facts.actorId) return refuse('payment.same_signer')
  return transition(paymentLifecycle, 'hand_over', facts.state)
}
