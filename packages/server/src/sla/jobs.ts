/** What this row does in the background. */
import type { App } from '../http/index.ts'
import type { JobHandler } from '../jobs/index.ts'
import { applyChange, previewChange } from './apply-change.ts'
import { APPLY_TASK } from './decide-calendar.ts'
import { PREVIEW_TASK } from './propose-calendar.ts'
import type { CaseDirectory, CaseKeepers } from './subjects.ts'

/** `directory` and `keepers` come from the rows that keep cases. */
export function slaJobs(app: App, directory: CaseDirectory, keepers: CaseKeepers): [string, JobHandler][] {
  return [
    [PREVIEW_TASK, (payload) => previewChange(app, directory, payload)],
    [APPLY_TASK, (payload) => applyChange(app, directory, keepers, payload)],
  ]
}
