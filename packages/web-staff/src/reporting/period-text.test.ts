import { describe, expect, it } from 'vitest'
import { periodText } from './period-text.ts'

describe('RPT-06 the period of a duty in words', () => {
  it.each([
    ['2026-W48', '2026年第48周'],
    ['2026-W05', '2026年第5周'],
    ['2026-Q4', '2026年第4季度'],
    ['2026-H1', '2026年上半年'],
    ['2026-H2', '2026年下半年'],
    ['2026-09', '2026年9月'],
    ['2026-11', '2026年11月'],
    ['2026', '2026年'],
    ['2026-11-23', '2026-11-23'],
    ['与医院座谈', '与医院座谈'],
  ])('%s', (key, text) => {
    expect(periodText(key)).toBe(text)
  })
})
