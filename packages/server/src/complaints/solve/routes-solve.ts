import * as api from '@anpei/contract/complaints'
import { on, onFile, type Bound } from '../../http/index.ts'
import { addComplaintEntry } from './add-complaint-entry.ts'
import { askComplaintExtension } from './ask-complaint-extension.ts'
import { askRecheck } from './ask-recheck.ts'
import { assignRecheck } from './assign-recheck.ts'
import { closeComplaint } from './close-complaint.ts'
import { decideComplaint } from './decide-complaint.ts'
import { decideComplaintExtension } from './decide-complaint-extension.ts'
import { decideRecheck } from './decide-recheck.ts'
import { dropAct } from './drop-act.ts'
import { endSpan } from './end-span.ts'
import { fulfilAct } from './fulfil-act.ts'
import { judgeProposal } from './judge-proposal.ts'
import { noteDecisionReached } from './note-decision-reached.ts'
import { proposeSolution } from './propose-solution.ts'
import { recordReply } from './record-reply.ts'
import { reopenComplaint } from './reopen-complaint.ts'
import { sendDecision } from './send-decision.ts'
import { startSpan } from './start-span.ts'
import { tellRecheck } from './tell-recheck.ts'
import { listClosingDebts } from './views-debts.ts'
import { getComplaintLetter, getComplaintLetterPdf } from './views-letters.ts'
import { listRecheckHandlers } from './views-recheck-people.ts'
import { getSolution } from './views-solution.ts'
import { withdrawRecheck } from './withdraw-recheck.ts'

export const solvingRoutes: readonly Bound[] = [
  on(api.getSolution, getSolution),
  on(api.addComplaintEntry, addComplaintEntry),
  on(api.proposeSolution, proposeSolution),
  on(api.judgeProposal, judgeProposal),
  on(api.recordReply, recordReply),
  on(api.decideComplaint, decideComplaint),
  on(api.sendDecision, sendDecision),
  on(api.noteDecisionReached, noteDecisionReached),
  on(api.fulfilAct, fulfilAct),
  on(api.dropAct, dropAct),
  on(api.startSpan, startSpan),
  on(api.endSpan, endSpan),
  on(api.askComplaintExtension, askComplaintExtension),
  on(api.decideComplaintExtension, decideComplaintExtension),
  on(api.closeComplaint, closeComplaint),
  on(api.reopenComplaint, reopenComplaint),
  on(api.askRecheck, askRecheck),
  on(api.listRecheckHandlers, listRecheckHandlers),
  on(api.assignRecheck, assignRecheck),
  on(api.decideRecheck, decideRecheck),
  on(api.tellRecheck, tellRecheck),
  on(api.withdrawRecheck, withdrawRecheck),
  on(api.getComplaintLetter, getComplaintLetter),
  onFile(api.getComplaintLetterPdf, getComplaintLetterPdf),
  on(api.listClosingDebts, listClosingDebts),
]
