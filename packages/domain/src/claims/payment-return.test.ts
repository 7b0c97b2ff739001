import { describe, expect, test } from 'vitest'
import { judgeReturnRow, type ReturnRow, type SentPayment } from './payment-return.ts'

const row: ReturnRow = { rowNo: 2, paymentNo: 'F1', amountFen: 100n, outcome: 'paid', fault: '' }
const sent: SentPayment = { state: 'sent', amountFen: 100n }

describe('CLM-12 rows of a return file', () => {
  test.each<readonly [string, Partial<ReturnRow>, SentPayment | undefined, string]>([
    ['paid', {}, sent, 'paid'],
    ['failed', { outcome: 'failed' }, sent, 'failed'],
    ['again', {}, { ...sent, state: 'paid' }, 'repeated'],
    ['failed again', { outcome: 'failed' }, { ...sent, state: 'failed' }, 'repeated'],
    ['unknown payment', {}, undefined, 'return.unknown_payment'],
    ['other amount', { amountFen: 101n }, sent, 'return.other_amount'],
    ['unreadable amount', { amountFen: null }, sent, 'return.unreadable'],
    ['unreadable outcome', { outcome: 'unknown' }, sent, 'return.unreadable'],
    ['paid after failed', {}, { ...sent, state: 'failed' }, 'return.contradiction'],
    ['failed after paid', { outcome: 'failed' }, { ...sent, state: 'paid' }, 'return.contradiction'],
    ['never sent', {}, { ...sent, state: 'due' }, 'return.not_sent'],
    ['only batched', {}, { ...sent, state: 'batched' }, 'return.not_sent'],
  ])('%s', (_name, change, payment, expected) => {
    const verdict = judgeReturnRow({ ...row, ...change }, payment)
    expect(verdict.kind === 'problem' ? verdict.code : verdict.kind).toBe(expected)
  })
})
