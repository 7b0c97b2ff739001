import { describe, expect, it } from 'vitest'
import { decideFault, wasDown } from './service-fault.ts'

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
