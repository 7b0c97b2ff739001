import { describe, expect, test } from 'vitest'
import { askAgainSeconds, decideInstant, judgeBankAnswer, type BankAnswer, type TransferFacts } from './transfer.ts'

describe('CLM-12 one transfer at once', () => {
  test.each([
    [[500_000n], 500_000n, true, 'ok'],
    [[500_001n], 500_000n, true, 'transfer.above_limit'],
    [[1n, 1n], 500_000n, true, 'transfer.one_payment'],
    [[], 500_000n, true, 'transfer.one_payment'],
    [[1n], 500_000n, false, 'transfer.no_channel'],
  ] as const)('%o up to %s, connected %s → %s', (amountsFen, limitFen, connected, code) => {
    const said = decideInstant({ amountsFen, limitFen, connected })
    expect(said.ok ? 'ok' : said.code).toBe(code)
  })

  const answer = (status: BankAnswer['status'], amountFen: bigint | null = 15_000n): BankAnswer => ({
    status,
    amountFen,
    reference: null,
    reason: '',
  })
  const facts: TransferFacts = {
    state: 'sending',
    amountFen: 15_000n,
    expiresAt: '2026-11-20T01:05:00.000Z',
    paymentState: 'sent',
    answer: answer('settled'),
    now: '2026-11-20T01:01:00.000Z',
  }
  const late = '2026-11-20T01:06:01.000Z'
  test.each<readonly [string, Partial<TransferFacts>, string | null, string | null, boolean]>([
    ['settled', {}, 'settled', 'confirm', false],
    ['settled, known from a return file', { paymentState: 'paid' }, 'settled', null, false],
    ['settled after a return file said failed', { paymentState: 'failed' }, 'disputed', null, false],
    ['settled with another amount', { answer: answer('settled', 14_999n) }, 'disputed', null, false],
    ['settled without an amount', { answer: answer('settled', null) }, 'disputed', null, false],
    ['accepted', { answer: answer('accepted') }, 'accepted', null, true],
    ['accepted with another amount', { answer: answer('accepted', 1n) }, 'disputed', null, false],
    ['rejected', { answer: answer('rejected', null) }, 'rejected', 'fail', false],
    [
      'rejected after a return file said paid',
      { answer: answer('rejected'), paymentState: 'paid' },
      'disputed',
      null,
      false,
    ],
    ['silence', { answer: answer('silent', null) }, 'unknown', null, true],
    ['silence after acceptance', { state: 'accepted', answer: answer('silent') }, 'accepted', null, true],
    ['not known yet', { answer: answer('not_found') }, 'unknown', null, true],
    [
      'not known, and too late to be carried out',
      { answer: answer('not_found'), now: late },
      'rejected',
      'fail',
      false,
    ],
    ['disputed, then silence', { state: 'disputed', answer: answer('silent') }, null, null, false],
    ['disputed, then the right amount', { state: 'disputed' }, 'settled', 'confirm', false],
  ])('%s', (_, change, state, payment, askAgain) => {
    const said = judgeBankAnswer({ ...facts, ...change })
    expect(said).toMatchObject({ ok: true, value: { payment, askAgain } })
    if (said.ok) expect(said.value.transition?.to ?? null).toBe(state)
  })

  test('nothing is asked or changed once it has ended', () => {
    expect(judgeBankAnswer({ ...facts, state: 'settled', paymentState: 'paid' })).toMatchObject({ ok: false })
    expect([0, 1, 2, 9].map((asked) => askAgainSeconds([10, 30, 60], asked))).toEqual([10, 30, 60, 60])
  })
})
