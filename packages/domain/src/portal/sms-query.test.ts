import { describe, expect, it } from 'vitest'
import { parseSmsQuery } from './sms-query.ts'

describe('CLM-14 the question of a short message', () => {
  it.each([
    ['查 P261100001237 0026', 'P261100001237', '0026'],
    ['查P261100001237 002x', 'P261100001237', '002X'],
    ['查进度 p261100001237，002X', 'P261100001237', '002X'],
    ['查　Ｐ２６１１００００１２３７　００２６', 'P261100001237', '0026'],
    ['查询B261100000170#1234', 'B261100000170', '1234'],
  ])('%s', (text, caseNo, idEnd) => {
    expect(parseSmsQuery(text)).toEqual({ caseNo, idEnd })
  })

  it.each(['', '查', '查 P261100001237', '你好', '查 P261100001237 440524195001010026', '退订', 'P261100001237 0026'])(
    'is none: %s',
    (text) => {
      expect(parseSmsQuery(text)).toBeNull()
    },
  )
})
