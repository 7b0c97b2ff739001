import { describe, expect, it } from 'vitest'
import { dayProblem, isMobile } from './answer-problems.ts'

describe('POR-01 answers are looked at before they are sent', () => {
  it.each([
    ['13800138000', true],
    ['138 0013 8000', true],
    ['138-0013-8000', true],
    ['1380013800', false],
    ['138001380001', false],
    ['0754-80000000', false],
    ['', false],
  ])('%s as a mobile number: %s', (phone, right) => {
    expect(isMobile(phone)).toBe(right)
  })

  it('a day has come, or it is said what is wrong with it', () => {
    expect(dayProblem('2026-11-23', '2026-11-23')).toBeNull()
    expect(dayProblem('2026-11-24', '2026-11-23')).toBe('dayInFuture')
    expect(dayProblem('', '2026-11-23')).toBe('dayMissing')
  })
})
