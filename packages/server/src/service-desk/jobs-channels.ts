import type { App } from '../http/index.ts'
import type { JobHandler } from '../jobs/index.ts'
import { fetchRecording } from './calls/fetch-recording.ts'
import { RECORDING_TASK } from './calls/recording-task.ts'
import { fetchMail } from './channels/fetch-mail.ts'
import { fetchMedia } from './channels/fetch-media.ts'
import { GUIDE_TASK } from './channels/guide-task.ts'
import { MAIL_TASK } from './channels/mail-task.ts'
import { MEDIA_TASK } from './channels/media-task.ts'
import { sayGuided } from './channels/say-guided.ts'

export function deskChannelJobs(app: App): readonly (readonly [string, JobHandler])[] {
  return [
    [MAIL_TASK, (payload) => fetchMail(app, payload)],
    [MEDIA_TASK, (payload) => fetchMedia(app, payload)],
    [RECORDING_TASK, (payload) => fetchRecording(app, payload)],
    [GUIDE_TASK, (payload) => sayGuided(app, payload)],
  ]
}
