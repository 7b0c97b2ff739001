/** What this row does in the background. */
import type { App } from '../http/index.ts'
import type { JobHandler } from '../jobs/index.ts'
import type { ClaimedStays } from './discharge-run.ts'
import { runDischargeImport } from './run-discharge-import.ts'
import { runImport } from './run-import.ts'
import { runRehearsal, type PastCases } from './run-rehearsal.ts'

/** `pastCases` and `claimedStays` come from the row that keeps claims. */
export function programmeJobs(app: App, pastCases: PastCases, claimedStays: ClaimedStays): [string, JobHandler][] {
  return [
    ['programme.import_roster', (payload) => runImport(app, payload)],
    ['programme.import_discharges', (payload) => runDischargeImport(app, claimedStays, payload)],
    ['programme.rehearse', (payload) => runRehearsal(app, pastCases, payload)],
  ]
}
