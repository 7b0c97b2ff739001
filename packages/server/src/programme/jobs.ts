/** What this row does in the background. */
import type { App } from '../http/index.ts'
import type { JobHandler } from '../jobs/index.ts'
import { runImport } from './run-import.ts'
import { runRehearsal, type PastCases } from './run-rehearsal.ts'

/** `pastCases` comes from the row that keeps claims. */
export function programmeJobs(app: App, pastCases: PastCases): [string, JobHandler][] {
  return [
    ['programme.import_roster', (payload) => runImport(app, payload)],
    ['programme.rehearse', (payload) => runRehearsal(app, pastCases, payload)],
  ]
}
