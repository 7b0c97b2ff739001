import type { App } from '../http/index.ts'
import type { JobHandler } from '../jobs/index.ts'
import { sendNotice } from './send-notice.ts'
import { SEND_TASK } from './send-task.ts'

export function notificationJobs(app: App): readonly (readonly [string, JobHandler])[] {
  return [[SEND_TASK, (payload) => sendNotice(app, payload)]]
}
