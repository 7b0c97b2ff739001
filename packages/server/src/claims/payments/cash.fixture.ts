/** Payments in cash for tests: the photo of a signed receipt, put forward by whoever is asked (CLM-12). */
import { listPayments, payCash } from '@anpei/contract/claims'
import type { PaymentView } from '@anpei/contract/claims'
import type { Sent } from '@anpei/contract/kernel'
import sharp from 'sharp'
import type { Caller } from '../../testing/index.ts'

export type CashBody = NonNullable<Sent<typeof payCash>['body']>

export const toThemselves: CashBody = { receiver: 'self', reason: '老人没有银行卡' }

export async function offerCash(as: Caller, paymentId: string, body: CashBody, photos = 1): Promise<PaymentView> {
  const photo = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#888888' } })
    .jpeg()
    .toBuffer()
  const file = new Blob([new Uint8Array(photo)])
  const files = Array.from({ length: photos }, () => ({ field: 'photo', file, name: 'cash.jpg' }))
  return as(payCash, { params: { paymentId }, body }, { files })
}

/** The payment of a claim with one. */
export async function paymentIdOf(as: Caller, claimNo: string): Promise<string> {
  return (await as(listPayments, { query: { q: claimNo } })).items[0]?.id ?? ''
}
