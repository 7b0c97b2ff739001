import type { App } from '../http/index.ts'
import type { JobHandler } from '../jobs/index.ts'
import { sendReply } from './send-reply.ts'
import { SEND_REPLY } from './tasks.ts'

export function deskJobs(app: App): readonly (readonly [string, JobHandler])[] {
  return [[SEND_REPLY, (payload) => sendReply(app, payload)]]
}
