/** What this row does in the background. */
import type { App } from '../http/index.ts'
import type { JobHandler } from '../jobs/index.ts'
import { applyChange } from './apply-change.ts'
import { APPLY_TASK, PREVIEW_TASK } from './calendar-tasks.ts'
import { previewChange } from './preview-change.ts'
import { PREVIEW_DEFINITION_TASK, REAPPLY_TASK } from './definition-tasks.ts'
import { previewDefinition } from './preview-definition.ts'
import { reapplyDefinition } from './reapply-definition.ts'
import type { CaseDirectory, CaseKeepers } from './subjects.ts'

/** `directory` and `keepers` come from the rows that keep cases. */
export function slaJobs(app: App, directory: CaseDirectory, keepers: CaseKeepers): [string, JobHandler][] {
  return [
    [PREVIEW_TASK, (payload) => previewChange(app, directory, payload)],
    [APPLY_TASK, (payload) => applyChange(app, directory, keepers, payload)],
    [PREVIEW_DEFINITION_TASK, (payload) => previewDefinition(app, directory, payload)],
    [REAPPLY_TASK, (payload) => reapplyDefinition(app, directory, keepers, payload)],
  ]
}
