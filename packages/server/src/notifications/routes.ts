import * as api from '@anpei/contract/notifications'
import { ask, on, type Bound } from '../http/index.ts'
import { getNotice } from './get-notice.ts'
import { handOverNotice } from './hand-over-notice.ts'
import { listChannels } from './list-channels.ts'
import { listNotices } from './list-notices.ts'
import { listStandInDeliveries } from './list-stand-in-deliveries.ts'
import { noticeQueue } from './notice-queue.ts'
import { receiveReceipts } from './receive-receipts.ts'
import { recordHanded } from './record-handed.ts'
import { retryNotice } from './retry-notice.ts'
import { revealNotice } from './reveal-notice.ts'
import { saveChannel } from './save-channel.ts'
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
  ask(api.receiveReceipts, receiveReceipts),
]
