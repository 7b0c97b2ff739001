/** Who takes a payment in cash and who signs for it, as screens show it (CLM-12, CUS-05). */
import type { PaymentView } from '@anpei/contract/claims'
import { CASH_RECEIVERS } from '@anpei/domain/claims'
import { maskIdNumber } from '@anpei/domain/customers'
import type { Tx } from '../../http/index.ts'
import { instantOf, maybeInstant } from '../claim-page.ts'
import type { CashPart } from './store-cash.ts'

export function cashView(tx: Tx, part: CashPart | null): PaymentView['cash'] {
  if (!part) return null
  const idNumber = tx.vault.openText(Buffer.from(part.salt, 'base64'), Buffer.from(part.sealed, 'base64'))
  return {
    receiverName: part.receiver_name,
    receiverWord: CASH_RECEIVERS[part.receiver],
    idNumberMasked: maskIdNumber(idNumber),
    basis: part.basis,
    reason: part.reason,
    photoFileId: part.photo_file_id,
    firstSigner: part.first_signer,
    offeredAt: instantOf(part.offered_at),
    secondSigner: part.second_signer,
    signedAt: maybeInstant(part.signed_at),
  }
}
