import { describe, expect, it } from 'vitest'
import type { DueRule } from './duty-def.ts'
import { dueDayOf, nextPeriod, periodOf, reminderDayOf, type Recurring } from './duty-period.ts'
import { desk } from './duty-world.fixture.ts'

const END: DueRule = { rule: 'end' }

describe('RPT-06 T28 T29 T30 T31 T33 T34 periods of the duties', () => {
  it.each<[Recurring, string, string, string, string]>([
    ['weekly', '2026-11-22', '2026-W47', '2026-11-16', '2026-11-22'],
    ['weekly', '2026-11-23', '2026-W48', '2026-11-23', '2026-11-29'],
    ['weekly', '2027-01-01', '2026-W53', '2026-12-28', '2027-01-03'],
    ['weekly', '2024-12-30', '2025-W01', '2024-12-30', '2025-01-05'],
    ['monthly', '2026-12-31', '2026-12', '2026-12-01', '2026-12-31'],
    ['monthly', '2028-02-10', '2028-02', '2028-02-01', '2028-02-29'],
    ['quarterly', '2026-04-01', '2026-Q2', '2026-04-01', '2026-06-30'],
    ['quarterly', '2026-12-31', '2026-Q4', '2026-10-01', '2026-12-31'],
    ['half_yearly', '2026-06-30', '2026-H1', '2026-01-01', '2026-06-30'],
    ['half_yearly', '2026-07-01', '2026-H2', '2026-07-01', '2026-12-31'],
    ['yearly', '2026-05-05', '2026', '2026-01-01', '2026-12-31'],
  ])('%s around %s is %s, %s to %s', (kind, day, key, from, to) => {
    expect(periodOf(kind, day)).toEqual({ key, from, to })
  })

  it('periods follow each other without gap or overlap through twelve years', () => {
    for (const kind of ['weekly', 'monthly', 'quarterly', 'half_yearly', 'yearly'] as const) {
      let period = periodOf(kind, '2024-01-01')
      const keys = new Set<string>()
      while (period.from < '2036-01-01') {
        const next = nextPeriod(kind, period)
        expect(periodOf(kind, period.to)).toEqual(period)
        expect(next.from > period.to && periodOf(kind, next.from).from === next.from).toBe(true)
        expect(keys.has(period.key)).toBe(false)
        keys.add(period.key)
        period = next
      }
    }
  })

  it('is due at the end of the period, or where the clause says', () => {
    expect(dueDayOf(END, periodOf('quarterly', '2026-11-22'), desk)).toBe('2026-12-31')
    expect(dueDayOf({ rule: 'month_end', month: 3 }, periodOf('yearly', '2026-11-22'), desk)).toBe('2026-03-31')
    expect(dueDayOf({ rule: 'month_end', month: 12 }, periodOf('yearly', '2026-11-22'), desk)).toBe('2026-12-31')
  })

  it('T28 of a week is due on the first working day after it, holidays and make-up days counted', () => {
    const due: DueRule = { rule: 'working_days_after_end', days: 1 }
    expect(dueDayOf(due, periodOf('weekly', '2026-11-20'), desk)).toBe('2026-11-23')
    // 1–7 October are off, the week before ends on Sunday 4 October.
    expect(dueDayOf(due, periodOf('weekly', '2026-10-01'), desk)).toBe('2026-10-08')
  })

  it('reminds on days people work: before the due day the working day before, past it the next', () => {
    const span = { from: '2026-10-01', due: '2026-10-10' }
    expect(reminderDayOf(span, 50, desk)).toBe('2026-09-30')
    expect(reminderDayOf(span, 100, desk)).toBe('2026-10-10')
    expect(reminderDayOf(span, 120, desk)).toBe('2026-10-12')
  })
})
