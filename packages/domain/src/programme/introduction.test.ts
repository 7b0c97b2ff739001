import { describe, expect, it } from 'vitest'
import {
  decideAnswer,
  decideApplication,
  decideConfirmation,
  decideExplanation,
  type ApplicationFacts,
  type ConfirmationFacts,
} from './introduction.ts'

const said = (decision: { ok: true } | { ok: false; code: string }): string => (decision.ok ? 'ok' : decision.code)
const confirmation: ConfirmationFacts = {
  way: 'screen',
  signer: 'self',
  signerName: '陈婆',
  customerName: '陈婆',
  lacksCapacity: false,
  basis: '',
  understood: ['cover', 'exclusion', 'limit'],
  pictures: 1,
  recordings: 0,
  witness: null,
  staff: ['林客服'],
}
const thumb = { way: 'thumbprint', witness: { name: '村干部', contact: '13800000000' } } as const

describe('SRV-07 explained and confirmed (保险法 17)', () => {
  it.each([
    ['a', ['cover', 'exclusion', 'limit'], 'ok'],
    ['a', ['cover', 'limit', 'duty', 'remedy'], 'introduction.section_missing'],
    ['c', ['cover', 'exclusion', 'limit'], 'introduction.not_compared'],
  ] as const)('version %s, sections %j: %s', (versionId, sections, expected) => {
    expect(said(decideExplanation(['a', 'b'], versionId, sections))).toBe(expected)
  })

  it.each<[string, Partial<ConfirmationFacts>, string]>([
    ['signs on the screen', {}, 'ok'],
    ['did not understand the limits', { understood: ['cover', 'exclusion'] }, 'introduction.section_missing'],
    ['somebody else as the customer', { signerName: '陈伯' }, 'introduction.not_the_customer'],
    ['without capacity, in person', { lacksCapacity: true }, 'introduction.guardian_needed'],
    ['a proxy without a basis', { signer: 'proxy', signerName: '陈女' }, 'introduction.basis_missing'],
    [
      'a guardian for somebody without capacity',
      { signer: 'guardian', signerName: '陈女', basis: '户口簿', lacksCapacity: true },
      'ok',
    ],
    ['no picture', { pictures: 0 }, 'introduction.picture_missing'],
    ['a thumbprint nobody saw', { way: 'thumbprint' }, 'introduction.witness_missing'],
    ['a thumbprint with a witness', thumb, 'ok'],
    ['who explained is the witness', { ...thumb, staff: ['村干部'] }, 'introduction.witness_missing'],
    [
      'the signer is the witness',
      { ...thumb, witness: { name: '陈婆', contact: '1' } },
      'introduction.witness_missing',
    ],
    ['a recording without its file', { way: 'voice', pictures: 0 }, 'introduction.recording_missing'],
    ['a film', { way: 'video', pictures: 0, recordings: 1 }, 'ok'],
  ])('%s: %s', (_case, change, expected) => {
    expect(said(decideConfirmation({ ...confirmation, ...change }))).toBe(expected)
  })
})

describe('SRV-07 投保单', () => {
  const facts: ApplicationFacts = {
    recommended: { versionId: 'a' },
    explained: 'a',
    ownWish: '',
    lastDay: '2026-11-23',
    today: '2026-11-23',
    pictures: 1,
  }
  it.each<[string, Partial<ApplicationFacts>, string]>([
    ['for what was recommended', {}, 'ok'],
    ['nothing recommended yet', { recommended: null }, 'introduction.not_recommended_yet'],
    ['for another one', { explained: 'b' }, 'introduction.own_wish_missing'],
    ['against "none of them"', { recommended: { versionId: null } }, 'introduction.own_wish_missing'],
    ['for another one, by own wish', { explained: 'b', ownWish: '家里人都买了' }, 'ok'],
    ['for what was over yesterday', { lastDay: '2026-11-22' }, 'introduction.product_over'],
    ['not signed', { pictures: 0 }, 'introduction.picture_missing'],
  ])('%s: %s', (_case, change, expected) => {
    expect(said(decideApplication({ ...facts, ...change }))).toBe(expected)
  })

  it.each([
    ['core', true, 'PN-1', 'ok'],
    ['core', true, '', 'introduction.reference_missing'],
    ['core', false, '', 'ok'],
    ['enrolment', true, 'PN-1', 'introduction.answered_elsewhere'],
  ] as const)('the answer by %s, accepted %s, %s: %s', (way, accepted, reference, expected) => {
    expect(said(decideAnswer(way, { accepted, reference }))).toBe(expected)
  })
})
