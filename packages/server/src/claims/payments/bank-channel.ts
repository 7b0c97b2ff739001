/**
 * The bank, behind one interface (CLM-12): send an order, ask after its number. Over HTTP: JSON, the payment's number
 * as the idempotency number, HMAC-SHA-256 over time, method, path and body. The bank signs its answers with the same
 * key; what is not signed, does not come in time or speaks of another number is silence, never a result.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { BankAnswer } from '@anpei/domain/claims'
import type { Fen, Instant } from '@anpei/domain/kernel'
import { z } from 'zod'

export type TransferOrder = {
  readonly requestNo: string
  readonly amountFen: Fen
  readonly payee: { readonly name: string; readonly account: string; readonly bank: string }
  readonly purpose: string
  /** The bank must not carry it out later. */
  readonly expiresAt: Instant
}
export type BankChannel = {
  send(order: TransferOrder): Promise<BankAnswer>
  ask(requestNo: string): Promise<BankAnswer>
}
export type BankAccess = { readonly address: string; readonly keyId: string; readonly key: string }

/** What is signed: `time.method.path.body`, and for an answer `time.ANSWER.requestNo.body`. */
export function bankSignature(key: string, ...parts: readonly string[]): string {
  return createHmac('sha256', key).update(parts.join('.')).digest('hex')
}

const Answer = z.object({
  requestNo: z.string(),
  status: z.enum(['accepted', 'settled', 'rejected', 'not_found']),
  amountFen: z.int().nullable().default(null),
  reference: z.string().max(60).nullable().default(null),
  reason: z.string().max(200).default(''),
})
const SILENCE: BankAnswer = { status: 'silent', amountFen: null, reference: null, reason: '' }

export function httpBank(access: BankAccess, patienceMs: number, now: () => Instant): BankChannel {
  const call = async (requestNo: string, method: 'GET' | 'POST', path: string, body: string): Promise<BankAnswer> => {
    const time = now()
    try {
      const response = await fetch(new URL(path, access.address), {
        method,
        redirect: 'error',
        signal: AbortSignal.timeout(patienceMs),
        headers: {
          'content-type': 'application/json',
          'idempotency-key': requestNo,
          'anpei-key': access.keyId,
          'anpei-time': time,
          'anpei-signature': bankSignature(access.key, time, method, path, body),
        },
        ...(method === 'POST' ? { body } : {}),
      })
      return believed(access.key, requestNo, response.headers, await response.text())
    } catch {
      return SILENCE
    }
  }
  return {
    send: ({ amountFen, ...order }) =>
      call(
        order.requestNo,
        'POST',
        '/transfers',
        JSON.stringify({ ...order, amountFen: Number(amountFen), currency: 'CNY' }),
      ),
    ask: (requestNo) => call(requestNo, 'GET', `/transfers/${encodeURIComponent(requestNo)}`, ''),
  }
}

function believed(key: string, requestNo: string, headers: Headers, text: string): BankAnswer {
  const time = headers.get('bank-time') ?? ''
  const given = Buffer.from(headers.get('bank-signature') ?? '', 'hex')
  const right = Buffer.from(bankSignature(key, time, 'ANSWER', requestNo, text), 'hex')
  if (given.length !== right.length || !timingSafeEqual(given, right)) return SILENCE
  const answer = Answer.safeParse(JSON.parse(text))
  if (!answer.success || answer.data.requestNo !== requestNo) return SILENCE
  const { status, amountFen, reference, reason } = answer.data
  return { status, amountFen: amountFen === null ? null : BigInt(amountFen), reference, reason }
}
