import { describe, expect, test } from 'vitest'
import { type DoubleReason, doubleReasons, namesAreAlike } from './doubles.ts'
import { parseIdNumber } from './id-number.ts'

const chen = { name: '陈秀英', birthOn: '1940-01-15', idNumber: '440524194001150018', samePhone: false }

describe('CUS-01 two records that may be one person', () => {
  const cases: [string, Partial<typeof chen>, boolean, DoubleReason[]][] = [
    ['nothing in common', { name: '林玉兰', birthOn: '1953-07-02', idNumber: '440524195307020245' }, false, []],
    ['the same name alone', { birthOn: '1953-07-02', idNumber: '440524195307020245' }, false, []],
    ['the same name and birthday, another place', { idNumber: '440582194001150011' }, false, ['same_name_birthday']],
    [
      'the same phone in one family',
      { name: '陈小明', birthOn: '1970-08-12', idNumber: '440524197008121037' },
      true,
      [],
    ],
    [
      'the same phone and one character mistaken',
      { name: '陈秀瑛', birthOn: '1953-07-02', idNumber: '440524195307020245' },
      true,
      ['same_phone_like_name'],
    ],
    [
      'one digit of the year, and so another check character',
      { birthOn: '1946-01-15', idNumber: '440524194601150011' },
      false,
      ['one_digit'],
    ],
    [
      'one digit, but another name',
      { name: '林玉兰', birthOn: '1946-01-15', idNumber: '440524194601150011' },
      false,
      [],
    ],
    [
      'an old number read into the wrong century',
      { birthOn: '1840-01-15', idNumber: '440524184001150012' },
      false,
      ['same_old_number', 'one_digit'],
    ],
  ]
  test.each(cases)('%s', (_, change, samePhone, reasons) => {
    expect(doubleReasons({ ...chen, samePhone }, { ...chen, ...change })).toEqual(reasons)
  })

  test('the numbers above are valid, so each could stand in the register', () => {
    for (const [, { idNumber }] of cases.slice(0, 7)) {
      if (idNumber) expect(parseIdNumber(idNumber).ok, idNumber).toBe(true)
    }
  })

  test.each([
    ['陈秀英', '陈秀英', true],
    ['陈秀英', '陈秀瑛', true],
    ['陈秀英', '陈英', true],
    ['陈英', '陈秀英', true],
    ['陈秀英', '陈小明', false],
    ['陈明', '陈英', false],
    ['陈秀英', '林秀英', true],
    ['欧阳秀英', '欧阳秀', true],
    ['陈', '陈英', false],
  ])('%s and %s alike: %s', (one, other, alike) => {
    expect(namesAreAlike(one, other)).toBe(alike)
    expect(namesAreAlike(other, one)).toBe(alike)
  })
})
