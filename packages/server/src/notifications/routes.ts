import * as api from '@anpei/contract/notifications'
import { ask, on, onFile, type Bound } from '../http/index.ts'
import { checkTemplate } from './templates/check-template.ts'
import { drawSample } from './letters/draw-sample.ts'
import { getNotice } from './get-notice.ts'
import { getPreference } from './get-preference.ts'
import { getSlipPdf } from './slips/get-slip-pdf.ts'
import { handOverNotice } from './hand-over-notice.ts'
import { judgeSampled } from './samples/judge-sample.ts'
import { listChannels } from './channels/list-channels.ts'
import { listLetterTemplates } from './letters/list-letter-templates.ts'
import { listNotices } from './list-notices.ts'
import { listSample } from './samples/list-sample.ts'
import { listStandInDeliveries } from './channels/list-stand-in-deliveries.ts'
import { listTemplates } from './templates/list-templates.ts'
import type { CheckNotices } from './notice-check.ts'
import { noticeQueue } from './notice-queue.ts'
import { previewLetterTemplate } from './letters/preview-letter-template.ts'
import { previewTemplate } from './templates/preview-template.ts'
import { printSlip } from './slips/print-slip.ts'
import { proposeTemplate } from './templates/propose-template.ts'
import { receiveReceipts } from './channels/receive-receipts.ts'
import { receiveSmsReports } from './channels/receive-sms-reports.ts'
import { receiveWechat, type HearWechat } from './channels/receive-wechat.ts'
import { recordHanded } from './record-handed.ts'
import { retryNotice } from './retry-notice.ts'
import { revealNotice } from './reveal-notice.ts'
import { saveChannel } from './channels/save-channel.ts'
import { saveLetterTemplate } from './letters/save-letter-template.ts'
import { savePreferenceOf } from './save-preference.ts'
import { saveTemplate } from './templates/save-template.ts'
import { signSlip } from './slips/sign-slip.ts'
import { stopNotice } from './stop-notice.ts'
import { verifyWechat } from './channels/verify-wechat.ts'

/**
 * `check` says whether what a notice speaks of is still true, the row of its subject knows; `hear` takes in what people
 * write to the WeChat account.
 */
export const notificationRoutes = (check: CheckNotices, hear: HearWechat): readonly Bound[] => [
  on(api.listNotices, listNotices),
  on(api.getNotice, getNotice),
  ask(api.revealNotice, revealNotice),
  on(api.noticeQueue, noticeQueue),
  on(api.retryNotice, retryNotice),
  on(api.handOverNotice, handOverNotice),
  on(api.stopNotice, stopNotice),
  on(api.recordHanded, recordHanded),
  on(api.printSlip, printSlip(check)),
  onFile(api.getSlipPdf, getSlipPdf),
  on(api.signSlip, signSlip),
  on(api.listStandInDeliveries, listStandInDeliveries),
  on(api.listChannels, listChannels),
  on(api.saveChannel, saveChannel),
  on(api.listNoticeTemplates, listTemplates),
  ask(api.previewNoticeTemplate, previewTemplate),
  on(api.saveNoticeTemplate, saveTemplate),
  on(api.proposeNoticeTemplate, proposeTemplate),
  on(api.checkNoticeTemplate, checkTemplate),
  on(api.listLetterTemplates, listLetterTemplates),
  // Only looks, though its question is long.
  { ...onFile(api.previewLetterTemplate, previewLetterTemplate), reads: true },
  on(api.saveLetterTemplate, saveLetterTemplate),
  on(api.getNoticePreference, getPreference),
  on(api.saveNoticePreference, savePreferenceOf),
  on(api.listNoticeSample, listSample),
  on(api.drawNoticeSample, drawSample),
  on(api.judgeNoticeSample, judgeSampled),
  ask(api.receiveReceipts, receiveReceipts),
  ask(api.receiveSmsReports, receiveSmsReports),
  onFile(api.verifyWechat, verifyWechat),
  // Knows no idempotency key: a message counts once by its own number.
  { ...onFile(api.receiveWechat, receiveWechat(hear)), reads: true },
]
