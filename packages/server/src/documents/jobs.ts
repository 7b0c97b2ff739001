import type { App } from '../http/index.ts'
import type { JobHandler } from '../jobs/index.ts'
import { checkQuality } from './check-quality.ts'
import { QUALITY_TASK } from './store-papers.ts'

export function documentJobs(app: App): readonly (readonly [string, JobHandler])[] {
  return [[QUALITY_TASK, (payload) => checkQuality(app, payload)]]
}
