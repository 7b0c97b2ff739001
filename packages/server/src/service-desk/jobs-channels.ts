import type { App } from '../http/index.ts'
import type { JobHandler } from '../jobs/index.ts'
import { fetchMedia } from './channels/fetch-media.ts'
import { MEDIA_TASK } from './channels/media-task.ts'

export function deskChannelJobs(app: App): readonly (readonly [string, JobHandler])[] {
  return [[MEDIA_TASK, (payload) => fetchMedia(app, payload)]]
}
