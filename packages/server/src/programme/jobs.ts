/** What this row does in the background. */
import type { App } from '../http/index.ts'
import type { JobHandler } from '../jobs/index.ts'
import type { ClaimedStays } from './discharges/discharge-run.ts'
import { runDischargeImport } from './discharges/run-discharge-import.ts'
import { runImport } from './roster/run-import.ts'
import { runRehearsal, type PastCases } from './versions/run-rehearsal.ts'

/** `pastCases` and `claimedStays` come from the row that keeps claims. */
export function programmeJobs(app: App, pastCases: PastCases, claimedStays: ClaimedStays): [string, JobHandler][] {
  return [
    ['programme.import_roster', (payload) => runImport(app, payload)],
    ['programme.import_discharges', (payload) => runDischargeImport(app, claimedStays, payload)],
    ['programme.rehearse', (payload) => runRehearsal(app, pastCases, payload)],
  ]
}
