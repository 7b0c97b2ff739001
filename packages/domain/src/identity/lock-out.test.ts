import { describe, expect, it } from 'vitest'
import { afterFailure, minutesLocked } from './lock-out.ts'

const now = '2026-11-22T01:00:00.000Z'

describe('ORG-04 lock-out after failures', () => {
  it.each([
    { failedCount: 0, locks: false },
    { failedCount: 3, locks: false },
    { failedCount: 4, locks: true },
  ])('after failure number $failedCount + 1 the account is locked: $locks', ({ failedCount, locks }) => {
    expect(minutesLocked(afterFailure({ failedCount, lockedUntil: null }, now), now)).toBe(locks ? 15 : 0)
  })

  it('opens again when the time has passed, counting from nothing', () => {
    const locked = afterFailure({ failedCount: 4, lockedUntil: null }, now)
    expect(minutesLocked(locked, '2026-11-22T01:14:01.000Z')).toBe(1)
    expect(minutesLocked(locked, '2026-11-22T01:15:00.000Z')).toBe(0)
    expect(locked.failedCount).toBe(0)
  })
})
