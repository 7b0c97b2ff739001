import * as api from '@anpei/contract/sla'
import { ask, on, type Bound } from '../http/index.ts'
import { checkDefinitionChange } from './check-definition-change.ts'
import { confirmDefinition } from './confirm-definition.ts'
import { proposeDefinition } from './propose-definition.ts'
import { rejectDefinition } from './reject-definition.ts'
import { withdrawDefinition } from './withdraw-definition.ts'
import { viewCalendars } from './views-calendars.ts'
import { confirmCalendarChange } from './confirm-calendar-change.ts'
import { rejectCalendarChange } from './reject-calendar-change.ts'
import { endServiceFault } from './end-service-fault.ts'
import { recordServiceFault } from './record-service-fault.ts'
import { listServiceFaults } from './views-faults.ts'
import { listAlarms } from './views-alarms.ts'
import { listDefinitionChanges, listDefinitions, viewDefinition } from './views-definitions.ts'
import { markAlarmsSeen } from './mark-alarms-seen.ts'
import { proposeDay } from './propose-day.ts'
import { proposeHours } from './propose-hours.ts'
import { proposeOfficeDay } from './propose-office-day.ts'
import { listOfficeDays } from './views-office-days.ts'
import { proposeNotice } from './propose-notice.ts'

export const slaRoutes: readonly Bound[] = [
  on(api.listAlarms, listAlarms),
  on(api.markAlarmsSeen, markAlarmsSeen),
  on(api.listServiceFaults, listServiceFaults),
  on(api.recordServiceFault, recordServiceFault),
  on(api.endServiceFault, endServiceFault),
  on(api.viewCalendars, viewCalendars),
  on(api.proposeNotice, proposeNotice),
  on(api.proposeHours, proposeHours),
  on(api.proposeDay, proposeDay),
  on(api.proposeOfficeDay, proposeOfficeDay),
  on(api.listOfficeDays, listOfficeDays),
  on(api.confirmCalendarChange, confirmCalendarChange),
  on(api.rejectCalendarChange, rejectCalendarChange),
  on(api.listDefinitions, listDefinitions),
  on(api.viewDefinition, viewDefinition),
  on(api.listDefinitionChanges, listDefinitionChanges),
  ask(api.checkDefinitionChange, checkDefinitionChange),
  on(api.proposeDefinition, proposeDefinition),
  on(api.confirmDefinition, confirmDefinition),
  on(api.rejectDefinition, rejectDefinition),
  on(api.withdrawDefinition, withdrawDefinition),
]
