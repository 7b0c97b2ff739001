import { describe, expect, it } from 'vitest'
import { decideRegistration, decideReport, looksLikeSameEvent, openingBenefits, type ReportFacts } from './report.ts'

const facts: ReportFacts = {
  today: '2026-11-23',
  accidentOn: '2026-11-20',
  diedOn: null,
  kinds: ['hospital'],
  person: { birthOn: '1950-01-01', diedOn: null },
}

describe('CLM-01 whether a report can stand', () => {
  it.each([
    ['an ordinary fall', {}, 'ok'],
    ['today', { accidentOn: '2026-11-23' }, 'ok'],
    ['tomorrow', { accidentOn: '2026-11-24' }, 'report.accident_in_future'],
    ['death tomorrow', { diedOn: '2026-11-24' }, 'report.death_in_future'],
    ['on the day of death', { diedOn: '2026-11-20' }, 'ok'],
    ['after the stated death', { diedOn: '2026-11-19' }, 'report.accident_after_death'],
    [
      'after the registered death',
      { person: { birthOn: '1950-01-01', diedOn: '2026-11-01' } },
      'report.accident_after_death',
    ],
    ['before birth', { accidentOn: '1949-12-31' }, 'report.accident_before_birth'],
    ['person not yet known', { person: null }, 'ok'],
    ['L05 known a week later', { accidentOn: '2026-11-10', knownOn: '2026-11-17' }, 'ok'],
    ['L05 known today', { knownOn: '2026-11-23' }, 'ok'],
    ['L05 known before it happened', { knownOn: '2026-11-19' }, 'report.known_on_impossible'],
    ['L05 known tomorrow', { knownOn: '2026-11-24' }, 'report.known_on_impossible'],
    ['an accident of twenty years ago is not refused (保险法 26)', { accidentOn: '2006-11-20' }, 'ok'],
  ] as const)('%s', (_name, change, expected) => {
    const decision = decideReport({ ...facts, ...change })
    expect(decision.ok ? 'ok' : decision.code).toBe(expected)
  })
})

describe('CLM-01 what registering opens', () => {
  const cover = (programmeId: string, covered: boolean) => ({ programmeId, covered })
  it.each([
    ['every cover in force', [cover('a', true), cover('b', true)], [], ['a', 'b']],
    ['only covers in force', [cover('a', true), cover('b', false)], [], ['a']],
    ['not what is open already', [cover('a', true), cover('b', true)], ['a'], ['b']],
    ['nothing twice', [cover('a', true)], ['a'], 'report.already_opened'],
    ['no cover at all', [cover('a', false)], [], 'report.not_covered'],
  ] as const)('%s', (_name, covers, openedFor, expected) => {
    const decision = decideRegistration({ ...facts, covers, openedFor })
    expect(decision.ok ? decision.value : decision.code).toEqual(expected)
  })

  it('needs a person', () => {
    const decision = decideRegistration({ ...facts, person: null, covers: [], openedFor: [] })
    expect(decision).toMatchObject({ ok: false, code: 'report.person_unknown' })
  })

  it.each([
    ['2026-11-19', true],
    ['2026-11-20', true],
    ['2026-11-21', true],
    ['2026-11-22', false],
    ['2026-11-18', false],
  ])('an accident on %s looks like one on 2026-11-20: %s', (day, same) => {
    expect(looksLikeSameEvent(day, '2026-11-20')).toBe(same)
  })
})

describe('CLM-08 lines a claim opens with', () => {
  const offered = [
    { code: 'death', claimKind: 'death' },
    { code: 'transport_death', claimKind: 'death' },
    { code: 'hospital_allowance', claimKind: 'hospital' },
  ]
  it.each([
    ['none', ['death'], ['death']],
    ['private', ['death'], ['death']],
    ['commercialRoad', ['death'], ['death', 'transport_death']],
    ['undecided', ['death', 'hospital'], ['death', 'transport_death', 'hospital_allowance']],
    ['air', ['hospital'], ['hospital_allowance']],
  ])('vehicle %s, kinds %s', (vehicle, kinds, lines) => {
    expect(openingBenefits(kinds, vehicle, offered)).toEqual(lines)
  })
})
