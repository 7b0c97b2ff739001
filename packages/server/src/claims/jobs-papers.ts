import type { App } from '../http/index.ts'
import type { JobHandler } from '../jobs/index.ts'
import { planTasks } from './plan-tasks.ts'
import { tellPeople } from './tell-people.ts'

export function paperJobs(app: App): readonly (readonly [string, JobHandler])[] {
  return [
    ['claims.tell_people', (payload) => tellPeople(app, payload)],
    ['claims.plan_tasks', (payload) => planTasks(app, payload)],
  ]
}
