import { describe, expect, test } from 'vitest'
import {
  decideAnswered,
  decideCash,
  decideReissue,
  decideSend,
  type CashFacts,
  type ReissueFacts,
} from './payment-batch.ts'

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
  const cash: CashFacts = { state: 'due', actorId: 'a', secondSignerId: 'b', secondMayPayCash: true, photos: 1 }
  test.each<readonly [Partial<CashFacts>, string]>([
    [{}, 'ok'],
    [{ secondSignerId: 'a' }, 'payment.same_signer'],
    [{ secondMayPayCash: false }, 'payment.signer_not_permitted'],
    [{ photos: 0 }, 'payment.photo_missing'],
    [{ photos: 2 }, 'payment.photo_missing'],
    [{ state: 'batched' }, 'lifecycle.not_possible'],
  ])('cash %o: %s', (change, expected) => expect(codeOf(decideCash({ ...cash, ...change }))).toBe(expected))
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
