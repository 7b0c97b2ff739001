import type { App } from '../../http/index.ts'
import type { JobHandler } from '../../jobs/index.ts'
import { destroyRun } from './destroy-run.ts'
import type { PersonalDataSource } from '../personal-data.ts'
import { DESTROY_TASK } from './retention-task.ts'

export function privacyJobs(
  app: App,
  sources: readonly PersonalDataSource[],
): readonly (readonly [string, JobHandler])[] {
  return [[DESTROY_TASK, (payload) => destroyRun(app, sources, payload)]]
}
