/**
 * What a row of the bank's return file means (CLM-12): success or failure of a payment that was sent, once. A row that
 * nobody can place, or with another amount, changes nothing and is shown to a person.
 */
import type { Fen } from '../kernel/index.ts'
import type { PaymentState } from './lifecycles.ts'

export type ReturnRow = {
  readonly rowNo: number
  readonly paymentNo: string
  readonly amountFen: Fen | null
  readonly outcome: 'paid' | 'failed' | 'unknown'
  readonly fault: string
}
export type SentPayment = { readonly state: PaymentState; readonly amountFen: Fen }
export type RowVerdict =
  | { readonly kind: 'paid' | 'failed' | 'repeated' }
  | { readonly kind: 'problem'; readonly code: RowProblem }
export type RowProblem =
  | 'return.unknown_payment'
  | 'return.other_amount'
  | 'return.not_sent'
  | 'return.contradiction'
  | 'return.unreadable'

export const RETURN_PROBLEMS: Readonly<Record<RowProblem, string>> = {
  'return.unknown_payment': '系统里没有这笔支付。',
  'return.other_amount': '金额与系统里的这笔支付不一致。',
  'return.not_sent': '这笔支付还没有送银行，不应有回盘。',
  'return.contradiction': '这笔支付此前已有相反的结果，请向银行核实。',
  'return.unreadable': '这一行的结果或金额读不懂。',
}

export function judgeReturnRow(row: ReturnRow, payment: SentPayment | undefined): RowVerdict {
  if (!payment) return { kind: 'problem', code: 'return.unknown_payment' }
  if (row.outcome === 'unknown' || row.amountFen === null) return { kind: 'problem', code: 'return.unreadable' }
  if (row.amountFen !== payment.amountFen) return { kind: 'problem', code: 'return.other_amount' }
  if (payment.state === 'sent') return { kind: row.outcome }
  if (payment.state === row.outcome) return { kind: 'repeated' }
  if (payment.state === 'paid' || payment.state === 'failed') return { kind: 'problem', code: 'return.contradiction' }
  return { kind: 'problem', code: 'return.not_sent' }
}
