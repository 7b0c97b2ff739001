import { errandJob, type App } from '../../http/index.ts'
import type { JobHandler } from '../../jobs/index.ts'
import { countHistory } from '../statistics/count-history.ts'
import { READ_HISTORY } from './read-in-background.ts'
import { readHistoryFile } from './read-history-file.ts'

export const COUNT_HISTORY = 'complaints.count_history'

/** What the import of past complaints does in the background. */
export function historyJobs(app: App): [string, JobHandler][] {
  return [[READ_HISTORY, (payload) => readHistoryFile(app, payload)], [...errandJob(app, COUNT_HISTORY, countHistory)]]
}
