import { describe, expect, it } from 'vitest'
import { certificateStanding, decideCertified, decideDemand, parseCertificateKinds } from './certificates.ts'

const DAY = '2026-11-23'
const held = (validTo: string | null, more: { issuedOn?: string; ended?: boolean; kind?: string } = {}) => ({
  kind: 'pre_job',
  issuedOn: '2026-01-01',
  ended: false,
  ...more,
  validTo,
})
const KINDS = [
  { code: 'pre_job', name: '岗前培训合格证' },
  { code: 'underwriting', name: '核赔师资格证' },
]

describe('ORG-06 TRN-02 certificates a role demands', () => {
  it.each([
    ['one without an end', held(null), 'valid'],
    ['the last day but thirty-one', held('2026-12-24'), 'valid'],
    ['thirty days before its end', held('2026-12-23'), 'expiring'],
    ['on its last day', held(DAY), 'expiring'],
    ['the day after', held('2026-11-22'), 'expired'],
    ['on the day it is issued', held(null, { issuedOn: DAY }), 'valid'],
    ['before it is issued', held(null, { issuedOn: '2026-11-24' }), 'future'],
    ['taken away', held(null, { ended: true }), 'ended'],
  ] as const)('%s', (_case, one, expected) => {
    expect(certificateStanding(one, DAY)).toBe(expected)
  })

  it.each([
    ['nothing demanded, nothing held', [], [], null],
    ['demanded and held', ['pre_job'], [held('2026-11-23')], null],
    ['an old one beside the new one', ['pre_job'], [held('2025-12-31'), held('2027-12-31')], null],
    ['demanded and expired', ['pre_job'], [held('2026-11-22')], '岗前培训合格证'],
    ['demanded and ended', ['pre_job'], [held(null, { ended: true })], '岗前培训合格证'],
    ['another kind does not help', ['pre_job'], [held(null, { kind: 'underwriting' })], '岗前培训合格证'],
    ['two demanded, none held', ['pre_job', 'underwriting'], [], '岗前培训合格证、核赔师资格证'],
    ['a kind that left the list keeps its code', ['old'], [], 'old'],
  ] as const)('%s', (_case, certificates, all, missing) => {
    const decided = decideCertified({ name: '客服专员', certificates }, all, DAY, KINDS)
    expect(decided).toEqual(
      missing === null
        ? { ok: true, value: true }
        : { ok: false, code: 'identity.certificate_missing', facts: { role: '客服专员', certificates: missing } },
    )
  })

  it.each([
    ['work may be kept for certified people', ['desk.work'], ['pre_job'], 'ok'],
    ['who manages people is not locked out', ['identity.manage'], ['pre_job'], 'identity.certificate_locks_out'],
    ['nor who checks the changes', ['identity.check'], ['pre_job'], 'identity.certificate_locks_out'],
    ['without a demand nothing is said', ['identity.manage'], [], 'ok'],
  ] as const)('%s', (_case, permissions, certificates, expected) => {
    const decided = decideDemand(permissions, certificates)
    expect(decided.ok ? 'ok' : decided.code).toBe(expected)
  })

  it.each([
    ['kinds', KINDS, 'ok'],
    ['no list', {}, 'identity.certificates_malformed'],
    ['the same code twice', [KINDS[0], KINDS[0]], 'identity.certificates_malformed'],
    ['a kind without a name', [{ code: 'pre_job', name: '' }], 'identity.certificates_malformed'],
  ])('reads %s', (_case, data, expected) => {
    const parsed = parseCertificateKinds(data)
    expect(parsed.ok ? 'ok' : parsed.code).toBe(expected)
  })
})
