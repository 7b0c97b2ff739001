/** What is to be paid for lines, split by shares, as payments with their numbers (CLM-12). */
import { splitByShares } from '@anpei/domain/claims'
import { dayOfInstant, type Fen } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import type { ClaimRecord } from '../store-claims.ts'
import type { NewPayment, PayeePlan } from './store-payments.ts'

export type ToPay = {
  readonly id: string
  readonly benefit: string
  readonly payFen: Fen
  readonly decidedRevision: number
}

/** After the death of the insured nothing goes to the insured's own account. */
const AFTER_DEATH: readonly string[] = ['death', 'transport_death']

export async function paymentsFor(
  tx: Tx,
  claim: ClaimRecord,
  effects: readonly ToPay[],
  plan: PayeePlan,
): Promise<NewPayment[]> {
  const made: NewPayment[] = []
  for (const effect of effects) {
    if (effect.payFen === 0n) continue
    const own = AFTER_DEATH.includes(effect.benefit) ? null : plan.ownAccountId
    const shares = plan.shares.get(effect.id) ?? [{ shareNo: 1, payeeAccountId: own, shareBps: 10_000 }]
    const parts = splitByShares(
      effect.payFen,
      shares.map((share) => share.shareBps),
    )
    for (const [index, share] of shares.entries()) {
      const amountFen = parts[index] ?? 0n
      if (amountFen === 0n) continue
      made.push({
        paymentNo: await tx.app.numbers.draw(tx.db, 'payment', dayOfInstant(tx.now)),
        claimId: claim.id,
        lineId: effect.id,
        personId: claim.personId,
        decidedRevision: effect.decidedRevision,
        shareNo: share.shareNo,
        payeeAccountId: share.payeeAccountId,
        amountFen,
      })
    }
  }
  return made
}
