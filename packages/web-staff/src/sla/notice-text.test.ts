import { describe, expect, it } from 'vitest'
import { readNotice } from './notice-text.ts'

describe('CLK-02 a notice as people bring it', () => {
  it('reads the JSON of holiday-cn', () => {
    const text = JSON.stringify({ year: 2027, days: [{ name: '元旦', date: '2027-01-01', isOffDay: true }] })
    expect(readNotice(text)).toEqual({
      ok: true,
      year: 2027,
      days: [{ date: '2027-01-01', isOffDay: true, name: '元旦' }],
    })
  })

  it('reads lines of days and stretches', () => {
    const read = readNotice('2027-02-05~2027-02-07 休 春节\n\n2027-02-14 班 春节')
    expect(read.ok && read.days.map((one) => `${one.date}${one.isOffDay ? '休' : '班'}`)).toEqual([
      '2027-02-05休',
      '2027-02-06休',
      '2027-02-07休',
      '2027-02-14班',
    ])
  })

  it.each([
    ['', '请贴入'],
    ['{"days": [', '不是完整的 JSON'],
    ['{"year": 2027}', '没有 days'],
    ['{"days": [{"date": "2027-02-30", "isOffDay": true}]}', '第 1 天'],
    ['2027年1月1日放假', '第 1 行'],
    ['2027-02-11~2027-02-05 休', '第 1 行'],
  ])('says what is wrong with %s', (text, problem) => {
    const read = readNotice(text)
    expect(read.ok ? '' : read.problem).toContain(problem)
  })
})
