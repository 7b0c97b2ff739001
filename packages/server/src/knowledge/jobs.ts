/** What this row does in the background. */
import type { App } from '../http/index.ts'
import type { JobHandler } from '../jobs/index.ts'
import { reindexArticles } from './reindex-articles.ts'
import { REINDEX } from './reindex-task.ts'

export function knowledgeJobs(app: App): [string, JobHandler][] {
  return [[REINDEX, (payload) => reindexArticles(app, payload)]]
}
