import * as api from '@anpei/contract/reporting'
import { on, onFile, type Bound } from '../http/index.ts'
import { assignStandingDuty } from './assign-standing-duty.ts'
import { closeStandingDuty } from './close-standing-duty.ts'
import { getDutyEvidence } from './get-duty-evidence.ts'
import { getTaskFile } from './get-task-file.ts'
import { getTimingReport } from './get-timing-report.ts'
import { listTasks } from './list-tasks.ts'
import { openStandingDuty } from './open-standing-duty.ts'
import { reopenStandingDuty } from './reopen-standing-duty.ts'
import { seeDutyNotices } from './see-duty-notices.ts'
import { setReportMail } from './set-report-mail.ts'
import { startClaimExport } from './start-claim-export.ts'
import { startTimingReport } from './start-timing-report.ts'
import { listClaimCallbacks } from './views-claim-callbacks.ts'
import { exportStandingDuties, listStandingDuties, myDuties, viewStandingDuty } from './views-duties.ts'
import { standingDutyYear } from './views-duty-year.ts'
import { listPromiseCases, promiseLedger } from './views-ledger.ts'
import { provePromise } from './views-promise-proof.ts'
import { listTimingReports } from './views-reports.ts'
import { viewForecast } from './views-forecast.ts'
import { listStageTimes } from './views-stage-times.ts'

export const reportingRoutes: readonly Bound[] = [
  on(api.listTasks, listTasks),
  on(api.startClaimExport, startClaimExport),
  on(api.listClaimCallbacks, listClaimCallbacks),
  onFile(api.getTaskFile, getTaskFile),
  on(api.listStandingDuties, listStandingDuties),
  onFile(api.exportStandingDuties, exportStandingDuties),
  on(api.standingDutyYear, standingDutyYear),
  on(api.viewStandingDuty, viewStandingDuty),
  on(api.closeStandingDuty, closeStandingDuty),
  on(api.reopenStandingDuty, reopenStandingDuty),
  on(api.openStandingDuty, openStandingDuty),
  on(api.assignStandingDuty, assignStandingDuty),
  onFile(api.getDutyEvidence, getDutyEvidence),
  on(api.myDuties, myDuties),
  on(api.seeDutyNotices, seeDutyNotices),
  on(api.promiseLedger, promiseLedger),
  on(api.listPromiseCases, listPromiseCases),
  on(api.provePromise, provePromise),
  on(api.listStageTimes, listStageTimes),
  on(api.viewForecast, viewForecast),
  on(api.listTimingReports, listTimingReports),
  on(api.startTimingReport, startTimingReport),
  onFile(api.getTimingReport, getTimingReport),
  on(api.setReportMail, setReportMail),
]
