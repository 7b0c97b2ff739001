import { describe, expect, test } from 'vitest'
import { decideAnswered, decideReissue, decideSend, type ReissueFacts } from './payment-batch.ts'

const codeOf = (decided: { ok: true } | { ok: false; code: string }) => (decided.ok ? 'ok' : decided.code)

describe('CLM-12 ORG-05 four eyes over money', () => {
  test.each([
    ['open', 'a', 'b', 'ok'],
    ['open', 'a', 'a', 'payment.own_batch'],
    ['sent', 'a', 'b', 'lifecycle.not_possible'],
  ] as const)('a batch %s made by %s, sent by %s: %s', (state, madeBy, actorId, expected) =>
    expect(codeOf(decideSend({ state, madeBy, actorId }))).toBe(expected),
  )
  test('a batch is finished when nobody waits', () => {
    expect(decideAnswered('sent', 0)).toMatchObject({ value: { to: 'closed' } })
    expect(decideAnswered('sent', 1)).toMatchObject({ value: { to: 'answered' } })
    expect(decideAnswered('answered', 0)).toMatchObject({ value: { to: 'closed' } })
  })
  const again: ReissueFacts = {
    state: 'failed',
    replacedAlready: false,
    current: true,
    payee: { state: 'confirmed', samePerson: true },
  }
  test.each<readonly [Partial<ReissueFacts>, string]>([
    [{}, 'ok'],
    [{ state: 'paid' }, 'payment.not_failed'],
    [{ replacedAlready: true }, 'payment.replaced_already'],
    [{ current: false }, 'payment.decision_changed'],
    [{ payee: null }, 'payment.payee_unknown'],
    [{ payee: { state: 'confirmed', samePerson: false } }, 'payment.payee_unknown'],
    [{ payee: { state: 'waiting', samePerson: true } }, 'payment.payee_not_confirmed'],
  ])('reissue %o: %s', (change, expected) => expect(codeOf(decideReissue({ ...again, ...change }))).toBe(expected))
})
