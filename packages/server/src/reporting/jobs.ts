import type { App } from '../http/index.ts'
import type { JobHandler } from '../jobs/index.ts'
import { makeTimingReport } from './make-timing-report.ts'
import { TIMING_REPORT_TASK } from './timing-report-task.ts'

export function reportingJobs(app: App): readonly (readonly [string, JobHandler])[] {
  return [[TIMING_REPORT_TASK, (payload) => makeTimingReport(app, payload)]]
}
