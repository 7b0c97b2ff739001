/** What the folders of the row give to the application, in one piece. */
import {
  complaintEventCatalogue,
  historyEventCatalogue,
  loopEventCatalogue,
  majorEventCatalogue,
  solvingEventCatalogue,
  statisticsEventCatalogue,
  tipEventCatalogue,
} from '@anpei/domain/complaints'
import type { Bound, Errands } from '../http/index.ts'
import type { CaseBoards, CaseDirectory, CaseKeepers } from '../sla/index.ts'
import { COUNT_HISTORY } from './import/jobs-import.ts'
import { historyRoutes } from './import/routes-import.ts'
import { linkageRoutes } from './linkage/routes-linkage.ts'
import { loopRoutes } from './loop/routes-loop.ts'
import { improvementBoard, improvementDirectory, improvementKeepers } from './loop/store-improvement-due.ts'
import { majorRoutes } from './major/routes-major.ts'
import { regulatorRoutes } from './regulator/routes-sheets.ts'
import { complaintRoutes } from './routes.ts'
import { FOLLOW_CALLBACK, followCallback } from './solve/follow-callback.ts'
import { FOLLOW_PAYMENT, followPayment } from './solve/follow-payment.ts'
import { TELL_DAILY, tellDaily } from './solve/tell-daily.ts'
import { FOLLOW_DECISION, followDecisionNotice } from './solve/follow-decision-notice.ts'
import { solvingRoutes } from './solve/routes-solve.ts'
import { statisticsRoutes } from './statistics/routes-statistics.ts'
import { complaintBoard, complaintDirectory, complaintKeepers } from './store-due.ts'
import { tipRoutes } from './tips/routes-tips.ts'
import { tipBoard, tipDirectory, tipKeepers } from './tips/store-tip-due.ts'

export const routesOfComplaints: readonly Bound[] = [
  ...complaintRoutes,
  ...solvingRoutes,
  ...linkageRoutes,
  ...majorRoutes,
  ...regulatorRoutes,
  ...statisticsRoutes,
  ...loopRoutes,
  ...tipRoutes,
  ...historyRoutes,
]

export const directoryOfComplaints: CaseDirectory = new Map([
  ...complaintDirectory,
  ...improvementDirectory,
  ...tipDirectory,
])

export const boardsOfComplaints: CaseBoards = new Map([...complaintBoard, ...improvementBoard, ...tipBoard])

export const keepersOfComplaints: CaseKeepers = new Map([...complaintKeepers, ...improvementKeepers, ...tipKeepers])

export const wordsOfComplaints: Readonly<Record<string, string>> = {
  ...complaintEventCatalogue,
  ...historyEventCatalogue,
  ...solvingEventCatalogue,
  ...statisticsEventCatalogue,
  ...loopEventCatalogue,
  ...tipEventCatalogue,
  ...majorEventCatalogue,
}

/** Event → the errand it wakes. */
export const wakesOfComplaints = [
  { name: 'callback.answered', task: FOLLOW_CALLBACK },
  { name: 'claim.paid', task: FOLLOW_PAYMENT },
  { name: 'complaint.decision_told', task: TELL_DAILY },
  { name: 'notice.reached', task: FOLLOW_DECISION },
  { name: 'complaint_import.finished', task: COUNT_HISTORY },
] as const

export const errandsOfComplaints: Errands = new Map([
  [FOLLOW_CALLBACK, followCallback],
  [FOLLOW_PAYMENT, followPayment],
  [FOLLOW_DECISION, followDecisionNotice],
  [TELL_DAILY, tellDaily],
])
