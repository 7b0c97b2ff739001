import { describe, expect, it } from 'vitest'
import { dueText, dueWords } from './due.ts'

const at = (text: string) => new Date(text)

describe('CLM-13 remaining time in words', () => {
  it.each([
    ['2026-11-20T09:00:00Z', '2026-11-24T09:30:00.000Z', '还剩 2 个工作日', 'calm'],
    ['2026-11-20T09:00:00Z', '2026-11-23T09:30:00.000Z', '还剩 1 个工作日', 'soon'],
    ['2026-11-20T09:00:00Z', '2026-11-22T09:30:00.000Z', '还剩 2 天', 'soon'],
    ['2026-11-20T02:00:00Z', '2026-11-20T05:30:00.000Z', '还剩 3 小时', 'soon'],
    ['2026-11-20T02:00:00Z', '2026-11-20T02:10:00.000Z', '还剩 10 分钟', 'soon'],
    ['2026-11-20T05:00:00Z', '2026-11-20T02:00:00.000Z', '已超 3 小时', 'late'],
    ['2026-11-23T05:00:00Z', '2026-11-20T02:00:00.000Z', '已超 3 天', 'late'],
  ])('from %s to %s: %s', (now, dueAt, text, tone) => {
    expect(dueWords(dueAt, at(now))).toEqual({ text, tone })
  })

  it('takes midnight as the end of the day before', () => {
    expect(dueWords('2026-11-23T16:00:00.000Z', at('2026-11-20T09:00:00Z')).text).toBe('还剩 1 个工作日')
    expect(dueText('2026-11-23T16:00:00.000Z', at('2026-11-20T09:00:00Z'))).toBe('11-23 24:00')
    expect(dueText('2026-11-23T09:30:00.000Z', at('2026-11-20T09:00:00Z'))).toBe('11-23 17:30')
  })

  it('does not count the days off of the national day, and counts the make-up day', () => {
    expect(dueWords('2026-10-09T01:00:00.000Z', at('2026-09-30T01:00:00Z')).text).toBe('还剩 2 个工作日')
    expect(dueWords('2026-10-10T01:00:00.000Z', at('2026-09-30T01:00:00Z')).text).toBe('还剩 3 个工作日')
  })
})
