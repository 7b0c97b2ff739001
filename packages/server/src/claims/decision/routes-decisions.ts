import * as api from '@anpei/contract/claims'
import { ask, on, type Bound } from '../../http/index.ts'
import { approveProposal } from './approve-proposal.ts'
import { changeReserve } from '../assessment/change-reserve.ts'
import { getSweep } from '../sweep/get-sweep.ts'
import { listUnderpayments } from '../sweep/list-underpayments.ts'
import { previewAssessment } from '../assessment/preview-assessment.ts'
import { proposeDecision } from './propose-decision.ts'
import { reopenClaim } from '../afterwards/reopen-claim.ts'
import { returnProposal } from './return-proposal.ts'
import { runSweep } from '../sweep/run-sweep.ts'
import { saveAssessment } from '../assessment/save-assessment.ts'
import { withdrawClaim } from '../withdraw-claim.ts'

export const decisionRoutes: readonly Bound[] = [
  ask(api.previewAssessment, previewAssessment),
  on(api.saveAssessment, saveAssessment),
  on(api.proposeDecision, proposeDecision),
  on(api.approveProposal, approveProposal),
  on(api.returnProposal, returnProposal),
  on(api.reopenClaim, reopenClaim),
  on(api.withdrawClaim, withdrawClaim),
  on(api.changeReserve, changeReserve),
  on(api.runSweep, runSweep),
  on(api.getSweep, getSweep),
  on(api.listUnderpayments, listUnderpayments),
]
