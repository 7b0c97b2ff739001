import { describe, expect, it } from 'vitest'
import { systemActor, type Actor } from '../kernel/index.ts'
import { mayUse, stillRestricted, type ConsentKnown, type Purpose } from './consent-rule.ts'
import { dataRequestCan, decideAnswer, decideRequest, decideVerify, type RequestAnswer } from './data-request.ts'
import { beforeDay, decideDestruction, keptUntil, type RetentionClass } from './retention-rule.ts'
import { decideOpening } from './seal-rule.ts'
import { decideSharing, pickSharing } from './sharing-rule.ts'

const code = (decision: { ok: boolean; code?: string }) => (decision.ok ? 'ok' : decision.code)

describe('CUS-07 requests about personal data', () => {
  it('relatives ask about the dead only, and nobody else asks as a relative', () => {
    expect(code(decideRequest({ kind: 'copy', asker: 'self', diedOn: null }))).toBe('ok')
    expect(code(decideRequest({ kind: 'heirs', asker: 'heir', diedOn: '2026-01-05' }))).toBe('ok')
    expect(code(decideRequest({ kind: 'heirs', asker: 'heir', diedOn: null }))).toBe('customers.request_not_dead')
    expect(code(decideRequest({ kind: 'copy', asker: 'heir', diedOn: null }))).toBe('customers.request_heirs_only')
    expect(code(decideRequest({ kind: 'heirs', asker: 'self', diedOn: null }))).toBe('customers.request_heirs_only')
  })

  it.each([
    ['self', 'id_card', 'ok'],
    ['self', 'mandate', 'customers.request_check_unfit'],
    ['proxy', 'mandate', 'ok'],
    ['proxy', 'id_card', 'customers.request_check_unfit'],
    ['heir', 'kinship', 'ok'],
  ] as const)('%s is checked by %s: %s', (asker, how, said) => {
    expect(code(decideVerify('received', asker, how))).toBe(said)
  })

  const nothing: RequestAnswer = { outcome: 'granted', refusal: null, copies: 0, destroyed: null, corrected: false }
  it.each([
    ['copy', nothing, 'customers.request_nothing_done'],
    ['copy', { ...nothing, copies: 1 }, 'ok'],
    ['delete', nothing, 'customers.request_nothing_done'],
    ['delete', { ...nothing, destroyed: false }, 'customers.request_nothing_done'],
    ['delete', { ...nothing, destroyed: true }, 'ok'],
    ['delete', { ...nothing, outcome: 'restricted' }, 'ok'],
    ['copy', { ...nothing, outcome: 'restricted' }, 'customers.request_not_restrictable'],
    ['correct', { ...nothing, corrected: true }, 'ok'],
    ['explain', nothing, 'ok'],
    ['delete', { ...nothing, outcome: 'refused', refusal: 'retention' }, 'ok'],
    ['delete', { ...nothing, outcome: 'refused' }, 'customers.request_reason_missing'],
    ['explain', { ...nothing, refusal: 'other' }, 'customers.request_reason_missing'],
  ] as const)('an answer to %s says no more than was done (%#)', (kind, answer, said) => {
    expect(code(decideAnswer({ state: 'verified', kind }, answer))).toBe(said)
  })

  it('nothing is answered before identity is checked; a refusal may be', () => {
    expect(code(decideAnswer({ state: 'received', kind: 'explain' }, nothing))).toBe('lifecycle.not_possible')
    expect(
      code(decideAnswer({ state: 'received', kind: 'copy' }, { ...nothing, outcome: 'refused', refusal: 'other' })),
    ).toBe('ok')
    expect(dataRequestCan({ state: 'received', kind: 'copy' }, { record: true, answer: true, correct: true })).toEqual([
      'verify',
      'refuse',
      'withdraw',
    ])
    expect(
      dataRequestCan({ state: 'verified', kind: 'delete' }, { record: false, answer: true, correct: false }),
    ).toEqual(['answer', 'proposeErasure'])
  })
})

describe('CUS-10 how long data are kept', () => {
  const years = (id: string, keepYears: number): RetentionClass => ({
    id,
    title: id,
    keepYears,
    keepDays: 0,
    from: '',
    basis: '',
    version: 1,
  })
  const classes = [years('claims', 10), years('identity', 10), years('enquiries', 3)]

  it('the longest period counts, and what is in use counts before all', () => {
    expect(keptUntil([], classes)).toBe(null)
    expect(
      keptUntil(
        [
          { class: 'claims', endedOn: '2016-02-29' },
          { class: 'enquiries', endedOn: '2020-05-01' },
        ],
        classes,
      ),
    ).toBe('2026-03-01')
    expect(
      keptUntil(
        [
          { class: 'claims', endedOn: 'open' },
          { class: 'identity', endedOn: '2000-01-01' },
        ],
        classes,
      ),
    ).toBe('open')
    expect(() => keptUntil([{ class: 'other', endedOn: '2016-01-01' }], classes)).toThrow('other')
  })

  it.each([
    ['2026-11-22', false, 'ok'],
    ['2026-11-23', false, 'customers.retention_binds'],
    ['open', false, 'customers.retention_open'],
    [null, false, 'ok'],
    [null, true, 'customers.retention_held'],
  ] as const)('kept until %s, held %s: %s', (until, held, said) => {
    expect(code(decideDestruction({ keptUntil: until, held, today: '2026-11-23' }))).toBe(said)
  })

  it('the day before which things may go is as far back as the period is long', () => {
    expect(beforeDay({ keepYears: 10, keepDays: 0 }, '2026-11-23')).toBe('2016-11-23')
    expect(beforeDay({ keepYears: 1, keepDays: 0 }, '2028-02-29')).toBe('2027-02-28')
    expect(beforeDay({ keepYears: 0, keepDays: 30 }, '2026-11-23')).toBe('2026-10-24')
  })
})

describe('CUS-06 purposes and consents', () => {
  const purpose = (basis: Purpose['basis'], version = 1): Purpose => ({
    id: 'satisfaction',
    title: '',
    text: '',
    version,
    basis,
    article: '',
    sensitive: false,
    separateConsent: false,
  })
  const given: ConsentKnown = {
    purpose: 'satisfaction',
    textVersion: 1,
    fromOn: '2026-01-01',
    toOn: null,
    withdrawn: false,
  }
  it.each([
    ['contract needs none', purpose('contract'), [], true, 'basis'],
    ['no consent', purpose('consent'), [], false, 'no_consent'],
    ['in force', purpose('consent'), [given], true, 'consent'],
    ['withdrawn', purpose('consent'), [{ ...given, withdrawn: true }], false, 'withdrawn'],
    ['given again after withdrawal', purpose('consent'), [{ ...given, withdrawn: true }, given], true, 'consent'],
    ['ended', purpose('consent'), [{ ...given, toOn: '2026-02-01' }], false, 'no_consent'],
    ['of another purpose', purpose('consent'), [{ ...given, purpose: 'care' }], false, 'no_consent'],
    ['to an older text', purpose('consent', 2), [given], false, 'old_text'],
  ] as const)('%s', (_, asked, consents, may, why) => {
    expect(mayUse(asked, consents, '2026-11-23')).toEqual({ may, why })
  })

  it.each([
    ['nobody asked for deletion', false, [], false],
    ['nothing was said since', true, [{ ...given, anew: false }], true],
    ['agreed anew', true, [{ ...given, anew: true }], false],
    ['agreed anew, and took it back', true, [{ ...given, anew: true, withdrawn: true }], true],
    ['agreed anew to an older text', true, [{ ...given, anew: true, textVersion: 0 }], true],
    ['agreed anew to another use', true, [{ ...given, anew: true, purpose: 'care' }], true],
  ] as const)('decision 0037, 个人信息保护法 14, 47 kept by law: %s', (_, restricted, consents, held) => {
    expect(stillRestricted(purpose('consent'), { consents, restricted }, '2026-11-23')).toBe(held)
  })
})

describe('CUS-09, CUS-11 what leaves, and what is sealed', () => {
  const entry = { state: 'active', fromOn: '2026-01-01', toOn: '2026-12-31' } as const
  it('leaves under a confirmed agreement in force on the day', () => {
    expect(code(decideSharing(entry, '2026-12-31'))).toBe('ok')
    expect(code(decideSharing(entry, '2027-01-01'))).toBe('customers.sharing_expired')
    expect(code(decideSharing({ ...entry, state: 'waiting' }, '2026-06-01'))).toBe('customers.sharing_not_active')
    expect(code(decideSharing(undefined, '2026-06-01'))).toBe('customers.sharing_not_active')
  })

  it.each([
    ['the one that names the partner', '农业银行', 'b'],
    ['else the newest in force', '工商银行', 'c'],
  ])('goes under %s', (_case, partner, id) => {
    const offers = [
      { ...entry, id: 'a', kind: 'bank', partner: '建设银行', fromOn: '2025-01-01' },
      { ...entry, id: 'b', kind: 'bank', partner: '农业银行', fromOn: '2025-06-01' },
      { ...entry, id: 'c', kind: 'bank', partner: '中国银行', fromOn: '2026-01-01' },
      { ...entry, id: 'd', kind: 'bank', partner: '工商银行', fromOn: '2026-02-01', state: 'ended' },
      { ...entry, id: 'e', kind: 'insurer', partner: '工商银行', fromOn: '2026-03-01' },
    ] as const
    const picked = pickSharing(offers, { kind: 'bank', partner }, '2026-06-01')
    expect(picked.ok && picked.value.id).toBe(id)
    expect(code(pickSharing(offers, { kind: 'authority', partner }, '2026-06-01'))).toBe('customers.sharing_none')
    expect(code(pickSharing(offers, { kind: 'bank', partner }, '2027-06-01'))).toBe('customers.sharing_none')
  })

  it('a sealed matter is not there for whom it concerns, and needs no opening for whose work it is', () => {
    const seal = { concerned: ['a'], keepers: ['b'], shut: true }
    const by = (id: string, grants: Actor['grants'] = new Map()) => ({ ...systemActor(1, ''), id, grants })
    expect(code(decideOpening(seal, by('a')))).toBe('request.not_found')
    expect(code(decideOpening(seal, by('b')))).toBe('customers.seal_needs_no_opening')
    expect(code(decideOpening(seal, by('c')))).toBe('ok')
    expect(code(decideOpening({ ...seal, shut: false }, by('c')))).toBe('customers.seal_needs_no_opening')
    expect(code(decideOpening(undefined, by('c')))).toBe('request.not_found')
    // CMP-12: what needs a right of its own is not there without it.
    const secret = { ...seal, needs: 'complaint.tip' } as const
    expect(code(decideOpening(secret, by('c')))).toBe('request.not_found')
    expect(code(decideOpening(secret, by('c', new Map([['complaint.tip', [{ kind: 'tenant' }]]]))))).toBe('ok')
  })
})
