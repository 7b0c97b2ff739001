import { describe, expect, it } from 'vitest'
import { differenceKind, factsAfter, factsOfRow, residenceOf, type MemberFact } from './member-facts.ts'
import type { RosterRow } from './roster-row.ts'

const row: RosterRow = {
  name: '陈秀英',
  idNumber: '440524194001150018',
  sex: 'male',
  birthOn: '1940-01-15',
  phone: null,
  address: '',
  villageCode: 'A',
  status: 'resident',
  movedInOn: null,
  statusOn: null,
  lacksCapacity: false,
}
const dead: RosterRow = { ...row, status: 'deceased', statusOn: '2026-11-10' }
const resident: MemberFact = { status: 'resident', villageCode: 'A', fromOn: '1940-01-15', beforeOn: null }

describe('PRG-04 what a row says', () => {
  it('resident since birth, or since moving in; dead from the day of death', () => {
    expect(factsOfRow(row)).toEqual([resident])
    expect(factsOfRow({ ...row, movedInOn: '1970-01-01' })[0]?.fromOn).toBe('1970-01-01')
    expect(factsOfRow(dead)).toEqual([
      { ...resident, beforeOn: '2026-11-10' },
      { status: 'deceased', villageCode: 'A', fromOn: '2026-11-10', beforeOn: null },
    ])
    expect(residenceOf('1940-01-15', factsOfRow(dead)).residence).toEqual([
      { status: 'resident', from: '1940-01-15', to: '2026-11-09' },
      { status: 'deceased', from: '2026-11-10', to: null },
    ])
  })
})

describe('PRG-05 how a row differs', () => {
  it.each([
    [null, row, 'joined'],
    [resident, dead, 'died'],
    [resident, { ...row, status: 'moved_away', statusOn: '2026-11-01' }, 'moved_away'],
    [resident, { ...row, status: 'lost', statusOn: '2026-11-01' }, 'moved_away'],
    [resident, { ...row, villageCode: 'B' }, 'moved_within'],
    [resident, { ...row, name: '陈秀珍' }, 'corrected'],
    [{ ...resident, status: 'lost' }, row, 'joined'],
  ] as const)('case %#: %s', (current, next, kind) => {
    expect(differenceKind(current, next)).toBe(kind)
  })

  it.each([
    [
      'died',
      dead,
      [
        ['resident', 'A', '1940-01-15', '2026-11-10'],
        ['deceased', 'A', '2026-11-10', null],
      ],
    ],
    [
      'moved_within',
      { ...row, villageCode: 'B' },
      [
        ['resident', 'A', '1940-01-15', '2026-11-20'],
        ['resident', 'B', '2026-11-20', null],
      ],
    ],
    ['corrected', { ...row, movedInOn: '1960-01-01' }, [['resident', 'A', '1960-01-01', null]]],
    [
      'missing',
      null,
      [
        ['resident', 'A', '1940-01-15', '2026-11-20'],
        ['lost', 'A', '2026-11-20', null],
      ],
    ],
  ] as const)('%s', (kind, next, facts) => {
    const after = factsAfter([resident], kind, next, '2026-11-20')
    expect(after.map((fact) => [fact.status, fact.villageCode, fact.fromOn, fact.beforeOn])).toEqual(facts)
  })

  it('who comes back is resident again from the day of moving in', () => {
    const away = factsAfter(
      [resident],
      'moved_away',
      { ...row, status: 'moved_away', statusOn: '2026-05-01' },
      '2026-05-31',
    )
    const back = factsAfter(away, 'joined', { ...row, movedInOn: '2026-10-05' }, '2026-10-31')
    expect(back.map((fact) => [fact.status, fact.fromOn, fact.beforeOn])).toEqual([
      ['resident', '1940-01-15', '2026-05-01'],
      ['moved_away', '2026-05-01', '2026-10-05'],
      ['resident', '2026-10-05', null],
    ])
  })

  it('keeps an older move when something else is corrected', () => {
    const moved = factsAfter(
      [{ ...resident, fromOn: '1990-01-01' }],
      'moved_within',
      { ...row, villageCode: 'B' },
      '2026-01-31',
    )
    const again = factsAfter(moved, 'moved_within', { ...row, villageCode: 'C' }, '2026-02-28')
    expect(factsAfter(again, 'corrected', { ...row, villageCode: 'C' }, '2026-03-31')).toEqual(again)
  })
})
