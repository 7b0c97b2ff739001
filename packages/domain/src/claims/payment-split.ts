/**
 * How a granted sum becomes payments (CLM-12): by shares of the beneficiaries or heirs in basis points, rounded down,
 * what rounding leaves goes to the first share; and a correction pays only the difference (CLM-16).
 */
import { ok, refuse, shareOfFloor, type Decision, type Fen } from '../kernel/index.ts'

const WHOLE_BPS = 10_000

export function splitByShares(amountFen: Fen, sharesBps: readonly number[]): Fen[] {
  const parts = sharesBps.map((bps) => shareOfFloor(amountFen, bps))
  const left = amountFen - parts.reduce((sum, part) => sum + part, 0n)
  return parts.map((part, index) => (index === 0 ? part + left : part))
}

/** Shares must make a whole and name every account once. */
export function decideShares(
  shares: readonly { readonly payeeAccountId: string; readonly shareBps: number }[],
): Decision<null> {
  const sum = shares.reduce((total, share) => total + share.shareBps, 0)
  if (sum !== WHOLE_BPS) return refuse('payment.shares_not_whole', { percent: sum / 100 })
  const accounts = new Set(shares.map((share) => share.payeeAccountId))
  return accounts.size === shares.length ? ok(null) : refuse('payment.share_twice')
}

export type Settlement = { readonly payFen: Fen; readonly recoverFen: Fen }

/**
 * What is still to pay, or to ask back, when a line is worth `entitledFen` and `movedFen` is paid or on its way (less
 * what was repaid); what was let go before is not asked back again.
 */
export function settlementOf(entitledFen: Fen, movedFen: Fen, forgivenFen: Fen = 0n): Settlement {
  if (entitledFen >= movedFen) return { payFen: entitledFen - movedFen, recoverFen: 0n }
  const tooMuchFen = movedFen - entitledFen - forgivenFen
  return { payFen: 0n, recoverFen: tooMuchFen > 0n ? tooMuchFen : 0n }
}
