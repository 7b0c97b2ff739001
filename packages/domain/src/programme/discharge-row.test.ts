import { describe, expect, test } from 'vitest'
import { checkDischargeRow, mayBeAccident, type DischargeCells } from './discharge-row.ts'
import { readDay } from './read-day.ts'

const good: DischargeCells = {
  name: '陈秀英',
  idNumber: '440524194805061201',
  hospital: '潮南区人民医院',
  admittedOn: '2026-10-02 08:30',
  dischargedOn: '2026/10/12',
  diagnosis: '股骨颈骨折',
  injuryCode: 'S72.0',
}
const check = (more: Partial<DischargeCells>) => checkDischargeRow({ ...good, ...more }, '2026-10-31')

describe('PRG-05 a stay of a discharge list', () => {
  test('a good one is read, whatever way its days are written', () => {
    const id = withCheckDigit('44052419480506120')
    expect(check({ idNumber: id })).toEqual({
      ok: true,
      row: {
        name: '陈秀英',
        idNumber: id,
        hospital: '潮南区人民医院',
        admittedOn: '2026-10-02',
        dischargedOn: '2026-10-12',
        diagnosis: '股骨颈骨折',
        injuryCode: 'S72.0',
        mayBeAccident: true,
      },
    })
  })

  test.each<[string, Partial<DischargeCells>, string]>([
    ['no name', { name: '' }, 'customers.name_missing'],
    ['no hospital', { hospital: ' ' }, 'programme.stay_hospital_missing'],
    ['no admission', { admittedOn: '' }, 'programme.stay_day_unreadable'],
    ['impossible discharge', { dischargedOn: '2026-02-30' }, 'programme.stay_day_unreadable'],
    ['left before he came', { dischargedOn: '2026-10-01' }, 'programme.stay_days_contradict'],
    ['left after the list', { dischargedOn: '2026-11-01' }, 'programme.stay_days_contradict'],
  ])('%s', (_name, more, code) => {
    const answer = check({ idNumber: withCheckDigit('44052419480506120'), ...more })
    expect(answer).toEqual({ ok: false, codes: [code] })
  })

  test.each<[string, string, boolean]>([
    ['S72.001', '', true],
    ['W19', '', true],
    ['T81.4', '术后感染', false],
    ['T93', '', true],
    ['Y83.1', '', false],
    ['I63.9', '脑梗死', false],
    ['I63.9;S06.5', '脑梗死', true],
    ['I63.9', '脑梗死，跌倒致头皮裂伤', true],
    ['', '右桡骨远端骨折', true],
    ['', '肺炎', false],
    ['', '', true],
  ])('code %j, words %j: may be an accident = %j', (code, words, answer) => {
    expect(mayBeAccident(code, words)).toBe(answer)
  })

  test.each([
    ['2025年3月1日', '2025-03-01'],
    ['20250301', '2025-03-01'],
    ['2025.3.1 0:00:00', '2025-03-01'],
    ['2025-03-01T09:15', '2025-03-01'],
    ['', null],
    ['三月一日', undefined],
    ['2025-02-29', undefined],
  ])('%j is the day %j', (text, day) => {
    expect(readDay(text)).toBe(day)
  })
})

function withCheckDigit(stem: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((all, weight, at) => all + weight * Number(stem[at]), 0)
  return stem + '10X98765432'[sum % 11]
}
