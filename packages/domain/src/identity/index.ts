export { afterFailure, FAILURES_BEFORE_LOCK, LOCK_MINUTES, minutesLocked, type LockState } from './lock-out.ts'
export { identityRefusals } from './refusals.ts'
