import type { App } from '../../http/index.ts'
import type { JobHandler } from '../../jobs/index.ts'
import { sweepBatch } from './sweep-batch.ts'

export function sweepJobs(app: App): readonly (readonly [string, JobHandler])[] {
  return [['claims.sweep', (payload) => sweepBatch(app, payload)]]
}
