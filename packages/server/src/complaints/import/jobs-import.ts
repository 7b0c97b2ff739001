import type { App } from '../../http/index.ts'
import type { JobHandler } from '../../jobs/index.ts'
import { READ_HISTORY } from './read-in-background.ts'
import { readHistoryFile } from './read-history-file.ts'

/** What the import of past complaints does in the background. */
export function historyJobs(app: App): [string, JobHandler][] {
  return [[READ_HISTORY, (payload) => readHistoryFile(app, payload)]]
}
