import * as api from '@anpei/contract/sla'
import { on, type Bound } from '../http/index.ts'
import { viewCalendars } from './calendar-views.ts'
import { confirmChange, rejectChange } from './decide-calendar.ts'
import { listAlarms } from './list-alarms.ts'
import { markAlarmsSeen } from './mark-alarms-seen.ts'
import { proposeHours, proposeNotice } from './propose-calendar.ts'

export const slaRoutes: readonly Bound[] = [
  on(api.listAlarms, listAlarms),
  on(api.markAlarmsSeen, markAlarmsSeen),
  on(api.viewCalendars, viewCalendars),
  on(api.proposeNotice, proposeNotice),
  on(api.proposeHours, proposeHours),
  on(api.confirmCalendarChange, confirmChange),
  on(api.rejectCalendarChange, rejectChange),
]
