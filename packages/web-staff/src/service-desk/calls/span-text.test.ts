import { describe, expect, it } from 'vitest'
import { spanText } from './span-text.ts'

describe('how long a call lasted', () => {
  it.each([
    [0, '0 秒'],
    [59, '59 秒'],
    [60, '1 分'],
    [75, '1 分 15 秒'],
  ])('%s', (seconds, text) => {
    expect(spanText(seconds)).toBe(text)
  })
})
