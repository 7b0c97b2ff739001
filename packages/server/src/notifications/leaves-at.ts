import { endOfQuiet } from '@anpei/domain/notifications'
import type { Instant } from '@anpei/domain/kernel'
import { noticePlan } from './notice-plan.ts'

/** NTF-02: when a notice that is not urgent and is written now will leave: what it says must be true then. */
export function leavesAt(now: Instant): Instant {
  return endOfQuiet(noticePlan().quiet, now)
}
