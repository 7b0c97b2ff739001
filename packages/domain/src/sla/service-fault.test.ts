import { describe, expect, it } from 'vitest'
import { availability, decideFault, wasDown } from './service-fault.ts'

const now = '2026-11-23T02:00:00.000Z'

describe('T12 a fault of the online service', () => {
  it.each([
    ['begun before, still on', '2026-11-23T01:00:00.000Z', null, true],
    ['over', '2026-11-23T01:00:00.000Z', '2026-11-23T01:30:00.000Z', true],
    ['begins tomorrow', '2026-11-24T01:00:00.000Z', null, false],
    ['ends before it began', '2026-11-23T01:00:00.000Z', '2026-11-23T00:30:00.000Z', false],
    ['ends in the moment it began', '2026-11-23T01:00:00.000Z', '2026-11-23T01:00:00.000Z', false],
    ['ends later than now', '2026-11-23T01:00:00.000Z', '2026-11-23T03:00:00.000Z', false],
  ])('%s', (_case, beganAt, endedAt, stands) => {
    expect(decideFault({ beganAt, endedAt, now }).ok).toBe(stands)
  })

  it.each([
    ['never seen', null, false],
    ['ten minutes', '2026-11-23T01:50:00.000Z', false],
    ['a second more', '2026-11-23T01:49:59.000Z', true],
    ['seen later than now: the clock was put back', '2026-11-23T03:00:00.000Z', false],
  ])('was the machine down: %s', (_case, seen, down) => {
    expect(wasDown(seen, now)).toBe(down)
  })
})

describe('T08 how far the online service was there at all hours, by month', () => {
  const at = (day: string, hour: number, minute = 0) =>
    new Date(Date.UTC(2026, +day.slice(0, 2) - 1, +day.slice(3), hour - 8, minute)).toISOString()
  const down = (beganAt: string, endedAt: string | null) => ({ beganAt, endedAt })

  it('without a fault it is the present month, whole', () => {
    expect(availability([], now, 12)).toEqual([{ month: '2026-11', faults: 0, downSeconds: 0, availableBps: 10_000 }])
  })
  it('faults at the same time count once, one over the turn of a month in each with its part', () => {
    const faults = [
      down(at('10-31', 23), at('11-01', 1)),
      down(at('10-10', 9), at('10-10', 10)),
      down(at('10-10', 9, 30), at('10-10', 9, 50)),
    ]
    expect(availability(faults, at('11-11', 0), 12)).toEqual([
      // 1 of 240 hours; 2 of 744.
      { month: '2026-11', faults: 1, downSeconds: 3600, availableBps: 9958 },
      { month: '2026-10', faults: 3, downSeconds: 7200, availableBps: 9973 },
    ])
  })
  it('one that goes on counts up to now; a second down is not 100 %', () => {
    expect(availability([down(at('11-10', 12), null)], at('11-11', 0), 12)[0]).toMatchObject({ downSeconds: 43_200 })
    const second = new Date(Date.parse(at('11-05', 8)) + 1000).toISOString()
    expect(availability([down(at('11-05', 8), second)], at('11-11', 0), 12)[0]?.availableBps).toBe(9999)
  })
  it('keeps to the latest months', () => {
    const months = availability([down(at('01-02', 8), at('01-02', 9))], at('11-11', 0), 3)
    expect(months.map((one) => one.month)).toEqual(['2026-11', '2026-10', '2026-09'])
  })
})
