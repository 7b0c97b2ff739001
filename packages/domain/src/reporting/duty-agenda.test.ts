import { describe, expect, it } from 'vitest'
import { dutyStanding, periodsToOpen, remindersNow } from './duty-agenda.ts'
import { desk } from './duty-world.fixture.ts'

const keys = (found: readonly { key: string }[]) => found.map(({ key }) => key)

describe('RPT-06 instances are opened for the coming period', () => {
  it('the first night opens the running period only; near its end the next one too', () => {
    expect(keys(periodsToOpen('monthly', '2026-11-22', null))).toEqual(['2026-11'])
    expect(keys(periodsToOpen('monthly', '2026-11-28', null))).toEqual(['2026-11', '2026-12'])
    expect(keys(periodsToOpen('weekly', '2026-11-22', null))).toEqual(['2026-W47', '2026-W48'])
  })

  it('opens nothing twice, and makes up for nights that were missed', () => {
    expect(keys(periodsToOpen('monthly', '2026-11-22', '2026-11-30'))).toEqual([])
    expect(keys(periodsToOpen('weekly', '2026-11-23', '2026-11-08'))).toEqual(['2026-W46', '2026-W47', '2026-W48'])
    expect(periodsToOpen('weekly', '2026-11-23', '2016-11-08')).toHaveLength(60)
  })
})

describe('RPT-06 reminders, each threshold once', () => {
  const span = { from: '2026-11-01', due: '2026-11-30' }
  const on = (today: string, told: readonly number[]) => remindersNow(span, [50, 80, 100, 120], told, today, desk)

  it.each([
    ['nothing before the first threshold', '2026-11-12', [], null, []],
    ['at half time', '2026-11-13', [], 50, []],
    ['not again', '2026-11-14', [50], null, []],
    ['after days of standstill the highest, the rest is skipped', '2026-11-30', [], 100, [50, 80]],
    ['the superior after the due day', '2026-12-07', [50, 80, 100], 120, []],
    ['a lower threshold never speaks after a higher one', '2026-11-30', [100], null, [50, 80]],
  ] as const)('%s', (_case, today, told, tell, skip) => {
    expect(on(today, told)).toEqual({ tell, skip })
  })
})

describe('RPT-06 how a duty stands', () => {
  it.each([
    ['2026-11-30', '2026-11-30', 'done'],
    ['2026-12-01', '2026-12-02', 'done_late'],
    [null, '2026-10-31', 'planned'],
    [null, '2026-11-10', 'open'],
    [null, '2026-11-24', 'due_soon'],
    [null, '2026-11-30', 'due_soon'],
    [null, '2026-12-01', 'overdue'],
  ] as const)('closed %s, seen on %s: %s', (closedOn, today, standing) => {
    expect(dutyStanding({ from: '2026-11-01', due: '2026-11-30', closedOn }, today, desk)).toBe(standing)
  })
})
