import type { App } from '../http/index.ts'
import type { JobHandler } from '../jobs/index.ts'
import type { CheckNotices } from './notice-check.ts'
import { sendNotices } from './send-notices.ts'
import { SEND_TASK } from './send-task.ts'

export function notificationJobs(app: App, check: CheckNotices): readonly (readonly [string, JobHandler])[] {
  return [[SEND_TASK, ({ tenantId }) => sendNotices(app, tenantId, check)]]
}
