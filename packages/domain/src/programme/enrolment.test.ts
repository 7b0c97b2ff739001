import { describe, expect, it } from 'vitest'
import { checkEnrolment, coverAfterEnrolment, decideAcceptance, type EnrolmentFacts } from './enrolment.ts'

const base: EnrolmentFacts = {
  today: '2026-11-23',
  birthOn: '1950-01-01',
  name: '陈婆',
  known: null,
  othersOpen: 0,
}
const known = { name: '陈婆', diedOn: null, status: 'resident', covers: [] } as const
const terms = {
  startOn: '2025-11-01',
  endOn: null,
  policyYearStart: '11-01',
  minAge: 60,
  usualIdPrefixes: [],
  movingAway: 'endOfPolicyYear',
} as const

describe('PRG-07 the quick check of an enrolment', () => {
  it.each<[string, Partial<EnrolmentFacts>, string, string]>([
    ['nobody knows the number', {}, 'not_listed', 'prove'],
    ['on the register, on no roster', { known: { ...known, status: null } }, 'not_listed', 'prove'],
    ['covered', { known: { ...known, covers: [{ from: '2025-11-01', to: null }] } }, 'covered', 'decline'],
    [
      'cover starts next month',
      { known: { ...known, covers: [{ from: '2026-12-01', to: null }] } },
      'covered',
      'decline',
    ],
    ['cover has run out', { known: { ...known, covers: [{ from: '2025-11-01', to: '2026-10-31' }] } }, '', 'prove'],
    ['moved away', { known: { ...known, status: 'moved_away' } }, 'moved_away', 'prove'],
    ['another name', { known: { ...known, name: '陈伯' } }, 'name_differs', 'prove'],
    ['died', { known: { ...known, diedOn: '2026-01-01', status: 'deceased' } }, 'died', 'decline'],
    ['60 tomorrow', { birthOn: '1966-11-24' }, 'too_young not_listed', 'decline'],
    ['60 today', { birthOn: '1966-11-23' }, 'not_listed', 'prove'],
    ['applied twice', { othersOpen: 1 }, 'applied_before not_listed', 'decline'],
  ])('%s', (_case, change, findings, advice) => {
    expect(checkEnrolment({ ...base, ...change }, terms)).toEqual({
      findings: findings === '' ? [] : findings.split(' '),
      advice,
    })
  })

  it.each([
    [[], 'a', 'b', null],
    [['not_listed'], 'a', 'b', null],
    [['not_listed'], 'a', 'a', 'programme.not_by_the_maker'],
    [['covered', 'name_differs'], 'a', 'b', 'programme.enrolment_not_eligible'],
  ] as const)('ORG-05 accepting with %s, checked by %s, by %s: %s', (findings, checker, actor, code) => {
    const decided = decideAcceptance(findings, checker, actor)
    expect(decided.ok ? null : decided.code).toBe(code)
  })

  it.each([
    ['registered since birth: from the first day of the programme', '1950-01-01', null, '2025-11-01'],
    ['moved in on 10 November: from 1 December', '1950-01-01', '2026-11-10', '2026-12-01'],
    ['60 in the month: from the 1st of the next', '1966-11-20', null, '2026-12-01'],
  ])('PRG-04 %s', (_case, birthOn, residentSince, from) => {
    expect(coverAfterEnrolment(birthOn, residentSince, terms)).toBe(from)
  })
})
