/**
 * NTF-01, NTF-03: the slip of the counter. Who stands at the counter is told on paper in large type, at once, wherever
 * the notice is in its chain; the signed slip counts as reached. Not signed, the chain goes on: behind what was tried,
 * but never behind the visit, so that somebody goes there in the end.
 */
import type { Day } from '../kernel/index.ts'
import type { ReachStep } from './reach.ts'
import { printedDay } from './letter-numerals.ts'

export const SLIP_SIGNERS = { self: '本人', family: '家属', representative: '代办人' } as const
export const SLIP_MARKS = { signature: '签名', thumbprint: '按手印' } as const

export type SignedSlip = {
  readonly signedBy: keyof typeof SLIP_SIGNERS
  readonly mark: keyof typeof SLIP_MARKS
  readonly signedOn: Day
}

type Chain = { readonly steps: readonly ReachStep[]; readonly stepNo: number }

/** The chain with the counter as its present step. */
export function withCounter({ steps, stepNo }: Chain): Chain {
  const isLast = steps[stepNo]?.channel === 'visit' || stepNo >= steps.length
  const at = isLast ? Math.max(0, steps.length - 1) : stepNo + 1
  return { steps: steps.toSpliced(at, 0, { channel: 'counter', to: '' }), stepNo: at }
}

/** The proof that is kept with the attempt: who, how, when; no name. */
export function slipProof({ signedBy, mark, signedOn }: SignedSlip): string {
  return `${SLIP_SIGNERS[signedBy]}${SLIP_MARKS[mark]}，${printedDay(signedOn)}`
}
