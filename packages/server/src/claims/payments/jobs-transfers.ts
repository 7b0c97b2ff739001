import type { App } from '../../http/index.ts'
import type { JobHandler } from '../../jobs/index.ts'
import { runTransfer, TRANSFER_TASK } from './run-transfer.ts'

export function transferJobs(app: App): readonly (readonly [string, JobHandler])[] {
  return [[TRANSFER_TASK, (payload) => runTransfer(app, payload)]]
}
