import { describe, expect, it } from 'vitest'
import { decideResidence } from './residence-check.ts'

const good = {
  rosterMode: 'unlisted',
  onRoster: false,
  today: '2026-11-23',
  birthOn: '1950-01-01',
  accidentOn: '2026-11-20',
  residentSince: null,
  proofs: 1,
} as const

describe('PRG-04 without a list a person becomes a member by a proved look at the registration', () => {
  it.each([
    ['registered since birth', {}, null],
    ['registered since the day of the accident', { residentSince: '2026-11-20' }, null],
    ['a programme with a list', { rosterMode: 'listed' }, 'programme.roster_is_listed'],
    ['on the roster already', { onRoster: true }, 'programme.member_listed'],
    ['registered only after the accident', { residentSince: '2026-11-21' }, 'programme.residence_day_wrong'],
    ['registered before birth', { residentSince: '1949-12-31' }, 'programme.residence_day_wrong'],
    ['an accident tomorrow', { accidentOn: '2026-11-24' }, 'programme.residence_day_wrong'],
    ['without proof', { proofs: 0 }, 'programme.residence_proof_missing'],
  ] as const)('%s', (_, part, code) => {
    const said = decideResidence({ ...good, ...part })
    expect(said.ok ? null : said.code).toBe(code)
  })
})
