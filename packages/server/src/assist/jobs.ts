import type { App } from '../http/index.ts'
import type { JobHandler } from '../jobs/index.ts'
import { deliverAssist } from './deliver-assist.ts'
import { followInsurer } from './follow-insurer.ts'
import { handOverPapers } from './hand-over-papers.ts'
import { DELIVER, FOLLOW, HAND_OVER } from './tasks.ts'

export function assistJobs(app: App): readonly (readonly [string, JobHandler])[] {
  return [
    [DELIVER, (payload) => deliverAssist(app, payload)],
    [FOLLOW, (payload) => followInsurer(app, payload)],
    [HAND_OVER, (payload) => handOverPapers(app, payload)],
  ]
}
