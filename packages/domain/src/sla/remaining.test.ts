import { describe, expect, it } from 'vitest'
import type { ClockUnit } from './clock-def.ts'
import { remainingOf } from './remaining.ts'
import { desk } from './sla-world.fixture.ts'

describe('SLA §2 rule 20: time left in the unit of the promise', () => {
  // 2026-11-27 is a Friday; times are UTC, Shanghai is eight hours ahead.
  it.each<[string, ClockUnit, string, string, string]>([
    [
      'working days over a weekend',
      'workingDay',
      '2026-11-27T02:00:00.000Z',
      '2026-12-01T16:00:00Z',
      '还剩 2 个工作日',
    ],
    ['the last working day', 'workingDay', '2026-12-01T02:00:00.000Z', '2026-12-01T16:00:00Z', '今天 24:00 前'],
    ['late over a weekend', 'workingDay', '2026-11-30T02:00:00.000Z', '2026-11-27T16:00:00Z', '已超 1 个工作日'],
    ['late on the day off after it', 'workingDay', '2026-11-28T02:00:00.000Z', '2026-11-27T16:00:00Z', '已过期限'],
    ['natural days', 'naturalDay', '2026-11-27T02:00:00.000Z', '2026-12-01T16:00:00Z', '还剩 4 天'],
    ['natural days late', 'naturalDay', '2026-12-05T02:00:00.000Z', '2026-12-01T16:00:00Z', '已超 4 天'],
    ['minutes', 'wall', '2026-11-27T02:00:00.000Z', '2026-11-27T02:03:30Z', '还剩 3 分钟'],
    ['hours and minutes', 'wall', '2026-11-27T02:00:00.000Z', '2026-11-28T03:05:00Z', '还剩 25 小时 5 分'],
    [
      'working hours over the night',
      'business',
      '2026-11-26T09:00:00.000Z',
      '2026-11-27T02:00:00Z',
      '还剩 1 工作小时 30 分',
    ],
    ['exactly due is not late', 'wall', '2026-11-27T02:00:00.000Z', '2026-11-27T02:00:00Z', '还剩不到 1 分钟'],
    ['seconds late', 'wall', '2026-11-27T02:00:31.000Z', '2026-11-27T02:00:00Z', '已超不到 1 分钟'],
  ])('%s', (_name, unit, now, due, zh) => {
    expect(remainingOf(unit, desk, now, due).zh).toBe(zh)
  })

  it('says when it counts days of a year whose notice is not out yet', () => {
    const provisional = (unit: ClockUnit, due: string) =>
      remainingOf(unit, desk, '2026-12-30T02:00:00.000Z', due).provisional
    expect(provisional('workingDay', '2026-12-31T16:00:00Z')).toBe(false)
    expect(provisional('workingDay', '2027-01-05T16:00:00Z')).toBe(true)
    expect(provisional('business', '2027-01-05T06:00:00Z')).toBe(true)
    expect(provisional('naturalDay', '2027-01-05T16:00:00Z')).toBe(false)
    expect(provisional('wall', '2027-01-05T16:00:00Z')).toBe(false)
  })
})
