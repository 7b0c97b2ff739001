/** CLM-12: whether these payments can go at once: one of them, below the day's limit, with a bank to send it to. */
import { decideInstant } from '@anpei/domain/claims'
import { dayOfInstant, type Decision, type Fen } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { instantTerms } from './instant-terms.ts'
import { bankAccess } from './store-transfers.ts'

export async function mayTransfer(tx: Tx, payments: readonly { readonly amountFen: Fen }[]): Promise<Decision<null>> {
  return decideInstant({
    amountsFen: payments.map((one) => one.amountFen),
    limitFen: instantTerms(dayOfInstant(tx.now)).singleLimitFen,
    connected: (await bankAccess(tx.db, tx.actor.tenantId, tx.vault)) !== null,
  })
}
