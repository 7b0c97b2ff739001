import { describe, expect, test } from 'vitest'
import { decideCashOffer, decideCashSigned, type CashOffer } from './cash.ts'

const codeOf = (decided: { ok: true } | { ok: false; code: string }) => (decided.ok ? 'ok' : decided.code)

describe('CLM-12 CUS-05 cash', () => {
  const offer: CashOffer = {
    state: 'due',
    photos: 1,
    receiver: 'self',
    basis: '',
    insuredDied: false,
    insuredLacksCapacity: false,
    mandate: false,
    sharesUndecided: false,
  }
  test.each<readonly [Partial<CashOffer>, string]>([
    [{}, 'ok'],
    [{ photos: 0 }, 'payment.photo_missing'],
    [{ photos: 2 }, 'payment.photo_missing'],
    [{ state: 'batched' }, 'lifecycle.not_possible'],
    [{ sharesUndecided: true }, 'payment.shares_undecided'],
    [{ state: 'signing' }, 'lifecycle.not_possible'],
    [{ insuredDied: true }, 'payment.receiver_not_entitled'],
    [{ receiver: 'proxy' }, 'payment.no_mandate'],
    [{ receiver: 'proxy', mandate: true }, 'ok'],
    [{ receiver: 'proxy', mandate: true, insuredDied: true }, 'payment.no_mandate'],
    [{ receiver: 'guardian', basis: '监护证明' }, 'payment.receiver_not_entitled'],
    [{ receiver: 'guardian', insuredLacksCapacity: true }, 'payment.receiver_basis_missing'],
    [{ receiver: 'guardian', insuredLacksCapacity: true, basis: '监护证明' }, 'ok'],
    [{ receiver: 'heir', basis: '公证书' }, 'payment.receiver_not_entitled'],
    [{ receiver: 'heir', insuredDied: true }, 'payment.receiver_basis_missing'],
    [{ receiver: 'heir', insuredDied: true, basis: '公证书' }, 'ok'],
    [{ receiver: 'beneficiary', insuredDied: true, basis: '受益人身份证明' }, 'ok'],
  ])('%o: %s', (change, expected) => expect(codeOf(decideCashOffer({ ...offer, ...change }))).toBe(expected))

  test.each([
    ['signing', 'a', 'b', 'ok'],
    ['signing', 'a', 'a', 'payment.same_signer'],
    ['due', 'a', 'b', 'lifecycle.not_possible'],
    ['paid', 'a', 'b', 'lifecycle.not_possible'],
  ] as const)('%s offered by %s, signed by %s: %s', (state, offeredBy, actorId, expected) =>
    expect(codeOf(decideCashSigned({ state, offeredBy, actorId }))).toBe(expected),
  )
})
