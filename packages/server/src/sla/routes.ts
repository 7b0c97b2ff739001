import * as api from '@anpei/contract/sla'
import { on, type Bound } from '../http/index.ts'
import { listAlarms } from './list-alarms.ts'
import { markAlarmsSeen } from './mark-alarms-seen.ts'

export const slaRoutes: readonly Bound[] = [on(api.listAlarms, listAlarms), on(api.markAlarmsSeen, markAlarmsSeen)]
