/**
 * ORG-04: after five failures in a row an account is locked for fifteen minutes; a right sign-in clears the count.
 */
import type { Instant } from '../kernel/index.ts'

const FAILURES_BEFORE_LOCK = 5
const LOCK_MINUTES = 15

export type LockState = { readonly failedCount: number; readonly lockedUntil: Instant | null }

export function minutesLocked(state: LockState, now: Instant): number {
  if (!state.lockedUntil || state.lockedUntil <= now) return 0
  return Math.ceil((Date.parse(state.lockedUntil) - Date.parse(now)) / 60_000)
}

export function afterFailure(state: LockState, now: Instant): LockState {
  const failedCount = state.failedCount + 1
  if (failedCount < FAILURES_BEFORE_LOCK) return { failedCount, lockedUntil: null }
  return { failedCount: 0, lockedUntil: new Date(Date.parse(now) + LOCK_MINUTES * 60_000).toISOString() }
}
