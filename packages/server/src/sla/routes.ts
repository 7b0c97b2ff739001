import * as api from '@anpei/contract/sla'
import { on, type Bound } from '../http/index.ts'
import { viewCalendars } from './views-calendars.ts'
import { confirmCalendarChange } from './confirm-calendar-change.ts'
import { rejectCalendarChange } from './reject-calendar-change.ts'
import { listAlarms } from './views-alarms.ts'
import { markAlarmsSeen } from './mark-alarms-seen.ts'
import { proposeHours } from './propose-hours.ts'
import { proposeNotice } from './propose-notice.ts'

export const slaRoutes: readonly Bound[] = [
  on(api.listAlarms, listAlarms),
  on(api.markAlarmsSeen, markAlarmsSeen),
  on(api.viewCalendars, viewCalendars),
  on(api.proposeNotice, proposeNotice),
  on(api.proposeHours, proposeHours),
  on(api.confirmCalendarChange, confirmCalendarChange),
  on(api.rejectCalendarChange, rejectCalendarChange),
]
