import * as api from '@anpei/contract/notifications'
import { on, type Bound } from '../http/index.ts'
import { listNotices } from './list-notices.ts'
import { listStandInDeliveries } from './list-stand-in-deliveries.ts'

export const notificationRoutes: readonly Bound[] = [
  on(api.listNotices, listNotices),
  on(api.listStandInDeliveries, listStandInDeliveries),
]
