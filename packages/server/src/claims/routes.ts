import * as api from '@anpei/contract/claims'
import { on, onFile, type Bound } from '../http/index.ts'
import { amendReport } from './reports/amend-report.ts'
import { assignClaim } from './assign-claim.ts'
import { cancelReport } from './reports/cancel-report.ts'
import { claimsBoard } from './claims-board.ts'
import { createReport } from './reports/create-report.ts'
import { declineReport } from './reports/decline-report.ts'
import { exportClaims } from './export-claims.ts'
import { getClaim } from './get-claim.ts'
import { getClaimTimeline } from './get-claim-timeline.ts'
import { getReport } from './reports/get-report.ts'
import { listClaims } from './list-claims.ts'
import { listReports } from './reports/list-reports.ts'
import { myWork } from './my-work.ts'
import { paperRoutes } from './papers/routes-papers.ts'
import { registerReport } from './reports/register-report.ts'
import { takeClaim } from './take-claim.ts'
import { takeUpReport } from './reports/take-up-report.ts'
import { verifyReport } from './reports/verify-report.ts'
import { decisionRoutes } from './decision/routes-decisions.ts'
import { paymentRoutes } from './payments/routes-payments.ts'
import { afterwardsRoutes } from './afterwards/routes-afterwards.ts'

export const claimRoutes: readonly Bound[] = [
  on(api.createReport, createReport),
  on(api.getReport, getReport),
  on(api.listReports, listReports),
  on(api.amendReport, amendReport),
  on(api.verifyReport, verifyReport),
  on(api.registerReport, registerReport),
  on(api.declineReport, declineReport),
  on(api.cancelReport, cancelReport),
  on(api.takeUpReport, takeUpReport),
  on(api.listClaims, listClaims),
  onFile(api.exportClaims, exportClaims),
  on(api.getClaim, getClaim),
  on(api.getClaimTimeline, getClaimTimeline),
  on(api.takeClaim, takeClaim),
  on(api.assignClaim, assignClaim),
  on(api.myWork, myWork),
  on(api.claimsBoard, claimsBoard),
  ...decisionRoutes,
  ...paymentRoutes,
  ...afterwardsRoutes,
  ...paperRoutes,
]
