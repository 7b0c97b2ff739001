/**
 * CLM-12: one transfer at once, below its own limit. It is sent once; what became of it is only what the bank says
 * under the same number: silence is no answer, and "not known here" counts when the request can no longer be carried
 * out. An answer that contradicts what we hold moves no money and goes to a person.
 */
import { ok, refuse, transition, type Decision, type Fen, type Instant, type Transition } from '../kernel/index.ts'
import { transferLifecycle, type TransferState } from './afterwards-lifecycles.ts'
import type { PaymentState } from './lifecycles.ts'

export function decideInstant(facts: {
  readonly amountsFen: readonly Fen[]
  readonly limitFen: Fen
  readonly connected: boolean
}): Decision<null> {
  const [amountFen] = facts.amountsFen
  if (amountFen === undefined || facts.amountsFen.length !== 1) return refuse('transfer.one_payment')
  if (!facts.connected) return refuse('transfer.no_channel')
  return amountFen <= facts.limitFen ? ok(null) : refuse('transfer.above_limit', { limitFen: Number(facts.limitFen) })
}

export type BankAnswer = {
  /** silent = nothing came that can be believed; not_found = the bank does not know the number. */
  readonly status: 'accepted' | 'settled' | 'rejected' | 'not_found' | 'silent'
  readonly amountFen: Fen | null
  readonly reference: string | null
  readonly reason: string
}

export type TransferFacts = {
  readonly state: TransferState
  readonly amountFen: Fen
  /** After it the bank refuses the request. */
  readonly expiresAt: Instant
  readonly paymentState: PaymentState
  readonly answer: BankAnswer
  readonly now: Instant
}
export type TransferVerdict = {
  readonly transition: Transition<TransferState> | null
  /** What becomes of the payment, if it is not known already. */
  readonly payment: 'confirm' | 'fail' | null
  readonly fault: string | null
  readonly askAgain: boolean
}

/** Clocks of two houses never agree to the second. */
const MARGIN_MS = 60_000

export function judgeBankAnswer(facts: TransferFacts): Decision<TransferVerdict> {
  const { answer, state, paymentState } = facts
  if (answer.status === 'silent') return waits(state, null)
  if (answer.status === 'not_found') {
    const over = Date.parse(facts.now) > Date.parse(facts.expiresAt) + MARGIN_MS
    return over ? ends(facts, 'reject', '银行没有收到这笔指令，没有付款') : waits(state, null)
  }
  if (answer.status === 'rejected') return ends(facts, 'reject', answer.reason || '银行退回，未注明原因')
  if (answer.amountFen !== facts.amountFen) return disputes(state, '银行答复的金额与本笔支付不一致')
  if (answer.status === 'settled') return ends(facts, 'settle', null)
  if (paymentState !== 'sent') return ok({ transition: null, payment: null, fault: null, askAgain: true })
  return waits(state, 'accept')
}

function ends(facts: TransferFacts, act: 'settle' | 'reject', fault: string | null): Decision<TransferVerdict> {
  const { paymentState } = facts
  const other = act === 'settle' ? 'failed' : 'paid'
  if (paymentState === other) return disputes(facts.state, '银行此前的回盘与这次的答复相反')
  const moved = transition(transferLifecycle, act, facts.state)
  if (!moved.ok) return moved
  const payment = paymentState === 'sent' ? (act === 'settle' ? 'confirm' : 'fail') : null
  return ok({ transition: moved.value, payment, fault, askAgain: false })
}

function disputes(state: TransferState, fault: string): Decision<TransferVerdict> {
  const moved = transition(transferLifecycle, 'dispute', state)
  return moved.ok ? ok({ transition: moved.value, payment: null, fault, askAgain: false }) : moved
}

/** A disputed transfer stays with the person who looks into it, whatever silence follows. */
function waits(state: TransferState, act: 'accept' | null): Decision<TransferVerdict> {
  if (state === 'disputed') return ok({ transition: null, payment: null, fault: null, askAgain: false })
  const moved = transition(transferLifecycle, act ?? (state === 'accepted' ? 'accept' : 'lose'), state)
  return moved.ok ? ok({ transition: moved.value, payment: null, fault: null, askAgain: true }) : moved
}

/** How long to wait before asking again; the last wait repeats. */
export function askAgainSeconds(waits: readonly number[], askedCount: number): number {
  return waits[Math.min(askedCount, waits.length - 1)] ?? 60
}
