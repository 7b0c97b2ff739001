export { afterFailure, FAILURES_BEFORE_LOCK, LOCK_MINUTES, minutesLocked, type LockState } from './lock-out.ts'
export {
  changeLifecycle, changeStepsOf, decideChangeStep, type ChangeState, type ChangeStep, type ChangeTransition,
} from './change.ts'
export { identityRefusals } from './refusals.ts'
