import type { Errand } from '../http/index.ts'
import { followHandedNotice } from './telling/follow-handed-notice.ts'
import { planTasks } from './tasks/plan-tasks.ts'
import { tellPeople } from './telling/tell-people.ts'

/** What the events of claims wake, small enough for the courier. */
export const claimErrands: readonly (readonly [string, Errand])[] = [
  ['claims.tell_people', tellPeople],
  ['claims.follow_handed_notice', followHandedNotice],
  ['claims.plan_tasks', (tx, event) => planTasks(tx, event.subjectId)],
]
