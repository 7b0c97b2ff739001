import { describe, expect, test } from 'vitest'
import { decideMerge, doubledCovers, mergeDifferences, type MergeDifference, type MergePerson } from './merge-rule.ts'

const chen: MergePerson = {
  name: '陈秀英',
  sex: 'female',
  birthOn: '1940-01-15',
  diedOn: null,
  idNumber: '440524194001150028',
  covers: [],
}
const all: readonly MergeDifference[] = ['id_number', 'name', 'birthday', 'age', 'sex', 'death', 'double_cover']

describe('CUS-01 what differs before two records become one', () => {
  const cases: [string, Partial<MergePerson>, MergeDifference[], 'together' | 'strangers'][] = [
    ['nothing', {}, [], 'together'],
    ['another place in the number', { idNumber: '440582194001150021' }, ['id_number'], 'together'],
    [
      'one digit of the year mistaken',
      { idNumber: '440524194601150021', birthOn: '1946-01-15' },
      ['id_number', 'birthday', 'age'],
      'together',
    ],
    ['the day of the same year', { birthOn: '1940-01-16' }, ['birthday'], 'together'],
    ['a son with the number of his mother', { sex: 'male' }, ['sex'], 'together'],
    ['one of them dead', { diedOn: '2026-03-02' }, ['death'], 'together'],
    [
      'a namesake of another age, sex and number',
      { sex: 'male', birthOn: '1953-07-02', idNumber: '440524195307020237' },
      ['id_number', 'birthday', 'age', 'sex'],
      'together',
    ],
    ['twins', { name: '陈秀丽', idNumber: '440524194001150044' }, ['id_number', 'name'], 'together'],
    [
      'somebody else altogether',
      { name: '林玉兰', birthOn: '1953-07-02', idNumber: '440524195307020245' },
      ['id_number', 'name', 'birthday', 'age'],
      'strangers',
    ],
    [
      'an old number read into the wrong century, under a married name',
      { name: '林门陈氏', birthOn: '1840-01-15', idNumber: '440524184001150022' },
      ['id_number', 'name', 'birthday', 'age'],
      'together',
    ],
  ]
  test.each(cases)('%s', (_, change, differences, verdict) => {
    const other = { ...chen, ...change }
    expect(mergeDifferences(chen, other)).toEqual(differences)
    const decided = decideMerge(chen, other, all)
    expect(decided).toMatchObject(
      verdict === 'strangers' ? { ok: false, code: 'customers.merge_not_alike' } : { ok: true, value: differences },
    )
  })

  test('what was not looked at is named, and only that', () => {
    const other: MergePerson = { ...chen, sex: 'male', idNumber: '440524194001150036' }
    expect(decideMerge(chen, other, ['id_number'])).toMatchObject({
      ok: false,
      code: 'customers.merge_differs',
      facts: { differences: '性别不同' },
    })
    expect(decideMerge(chen, other, [])).toMatchObject({ facts: { differences: '身份证号不同、性别不同' } })
    expect(decideMerge(chen, other, ['sex', 'id_number']).ok).toBe(true)
  })
})

describe('CUS-01, PRG-06 two covers of one programme', () => {
  const cover = (fromOn: string, toOn: string | null, programmeId = 'a') => ({ programmeId, fromOn, toOn })
  const now = cover('2026-01-01', null)
  test.each([
    ['both run', now, cover('2025-10-01', null), true],
    ['the other ended before', now, cover('2025-10-01', '2025-12-31'), false],
    ['the other ended on the day this one began', now, cover('2025-10-01', '2026-01-01'), true],
    ['one after the other', cover('2025-10-01', '2025-12-31'), now, false],
    ['of another programme', now, cover('2026-01-01', null, 'b'), false],
  ])('%s', (_, one, other, doubled) => {
    expect(doubledCovers([one], [other]).length > 0).toBe(doubled)
    const differences = mergeDifferences({ ...chen, covers: [one] }, { ...chen, covers: [other] })
    expect(differences).toEqual(doubled ? ['double_cover'] : [])
  })
})
