import { describe, expect, it } from 'vitest'
import { timeWords } from './time-words.ts'

describe('POR-01 times in words', () => {
  const now = new Date('2026-03-02T01:00:00.000Z')
  it.each([
    ['2026-03-02T01:03:00.000Z', 'zh', '09:03'],
    ['2026-03-01T16:00:00.000Z', 'zh', '00:00'],
    ['2026-03-01T15:59:00.000Z', 'zh', '3月1日 23:59'],
    ['2026-03-03T01:03:00.000Z', 'en', '3 March 09:03'],
  ] as const)('%s in %s', (at, language, words) => {
    expect(timeWords(at, language, now)).toBe(words)
  })
})
