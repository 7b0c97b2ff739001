import * as api from '@anpei/contract/notifications'
import { ask, on, type Bound } from '../http/index.ts'
import { checkTemplate } from './check-template.ts'
import { drawSample } from './draw-sample.ts'
import { getNotice } from './get-notice.ts'
import { getPreference } from './get-preference.ts'
import { handOverNotice } from './hand-over-notice.ts'
import { judgeSampled } from './judge-sample.ts'
import { listChannels } from './list-channels.ts'
import { listNotices } from './list-notices.ts'
import { listSample } from './list-sample.ts'
import { listStandInDeliveries } from './list-stand-in-deliveries.ts'
import { listTemplates } from './list-templates.ts'
import { noticeQueue } from './notice-queue.ts'
import { previewTemplate } from './preview-template.ts'
import { proposeTemplate } from './propose-template.ts'
import { receiveReceipts } from './receive-receipts.ts'
import { recordHanded } from './record-handed.ts'
import { retryNotice } from './retry-notice.ts'
import { revealNotice } from './reveal-notice.ts'
import { saveChannel } from './save-channel.ts'
import { savePreferenceOf } from './save-preference.ts'
import { saveTemplate } from './save-template.ts'
import { stopNotice } from './stop-notice.ts'

export const notificationRoutes: readonly Bound[] = [
  on(api.listNotices, listNotices),
  on(api.getNotice, getNotice),
  ask(api.revealNotice, revealNotice),
  on(api.noticeQueue, noticeQueue),
  on(api.retryNotice, retryNotice),
  on(api.handOverNotice, handOverNotice),
  on(api.stopNotice, stopNotice),
  on(api.recordHanded, recordHanded),
  on(api.listStandInDeliveries, listStandInDeliveries),
  on(api.listChannels, listChannels),
  on(api.saveChannel, saveChannel),
  on(api.listNoticeTemplates, listTemplates),
  ask(api.previewNoticeTemplate, previewTemplate),
  on(api.saveNoticeTemplate, saveTemplate),
  on(api.proposeNoticeTemplate, proposeTemplate),
  on(api.checkNoticeTemplate, checkTemplate),
  on(api.getNoticePreference, getPreference),
  on(api.saveNoticePreference, savePreferenceOf),
  on(api.listNoticeSample, listSample),
  on(api.drawNoticeSample, drawSample),
  on(api.judgeNoticeSample, judgeSampled),
  ask(api.receiveReceipts, receiveReceipts),
]
