import type { TimeLeft } from '@anpei/contract/kernel'
import { describe, expect, it } from 'vitest'
import { dueWords } from './due.ts'

const at = (text: string) => new Date(text)
const left = (unit: TimeLeft['unit'], amount: number, text: string, late = false): TimeLeft => ({
  unit,
  amount,
  text,
  late,
  provisional: false,
  clock: null,
})

describe('CLM-13 remaining time in words', () => {
  const now = '2026-11-20T02:00:00Z'
  it.each([
    ['2026-11-24T16:00:00Z', left('workingDay', 2, '还剩 2 个工作日'), '还剩 2 个工作日', 'calm'],
    ['2026-11-23T16:00:00Z', left('workingDay', 1, '还剩 1 个工作日'), '还剩 1 个工作日', 'soon'],
    ['2026-11-20T16:00:00Z', left('workingDay', 0, '今天 24:00 前'), '今天 24:00 前', 'soon'],
    ['2026-11-30T16:00:00Z', left('naturalDay', 10, '还剩 10 天'), '还剩 10 天', 'calm'],
    ['2026-11-20T09:00:00Z', left('business', 20_000, '还剩 5 工作小时 33 分'), '还剩 5 工作小时 33 分', 'soon'],
    ['2026-11-24T02:00:00Z', left('wall', 345_600, '还剩 96 小时'), '还剩 96 小时', 'calm'],
    ['2026-11-18T16:00:00Z', left('workingDay', 1, '已超 1 个工作日', true), '已超 1 个工作日', 'late'],
  ])('until %s: what the server says (%o)', (dueAt, told, text, tone) => {
    expect(dueWords(told, dueAt, at(now))).toEqual({ text, tone })
  })

  it.each([
    ['2026-11-20T05:30:00Z', '还剩 3 小时 30 分', 'soon'],
    ['2026-11-20T02:10:00Z', '还剩 10 分钟', 'soon'],
  ])('goes on counting hours and minutes while the page is open: %s', (dueAt, text, tone) => {
    expect(dueWords(left('wall', 86_000, '还剩 23 小时 53 分'), dueAt, at(now))).toEqual({ text, tone })
  })

  it('says so when it ran out while the page was open', () => {
    const told = left('workingDay', 0, '今天 24:00 前')
    expect(dueWords(told, '2026-11-20T01:59:00Z', at(now))).toEqual({ text: '刚刚超期', tone: 'late' })
    const late = left('wall', 60, '已超 1 分钟', true)
    expect(dueWords(late, '2026-11-19T23:00:00Z', at(now)).text).toBe('已超 3 小时')
  })
})
