import * as api from '@anpei/contract/service-desk'
import { on, onFile, type Bound } from '../http/index.ts'
import { addRequestNote } from './add-request-note.ts'
import { answerRequest } from './answer-request.ts'
import { assignRequest } from './assign-request.ts'
import { changeRequestKind } from './change-request-kind.ts'
import { classifyRequest } from './classify-request.ts'
import { closeRequest } from './close-request.ts'
import { convertToReport } from './convert-to-report.ts'
import { getDeskMetrics } from './metrics/get-desk-metrics.ts'
import { listRequestsAbout } from './views-about.ts'
import { getClaimRequestFile, listClaimRequests } from './views-claim-requests.ts'
import { getRequest } from './views-request.ts'
import { linkRequest } from './link-request.ts'
import { listRequests } from './views-queue.ts'
import { markRequestSpecial } from './mark-request-special.ts'
import { mergeRequest } from './merge-request.ts'
import { registerRequest } from './register-request.ts'
import { reopenRequest } from './reopen-request.ts'
import { saveRequestDraft } from './save-request-draft.ts'
import { setParentRequest } from './set-parent-request.ts'
import { setRequestLanguage } from './set-request-language.ts'
import { setRequestPerson } from './set-request-person.ts'
import { snoozeRequest } from './snooze-request.ts'
import { solveRequest } from './solve-request.ts'
import { takeRequest } from './take-request.ts'
import { undoRequestMerge } from './undo-request-merge.ts'
import { unlinkRequest } from './unlink-request.ts'
import { convertToVisit } from './convert-to-visit.ts'
import { viewRequest } from './view-request.ts'
import { getDeskCounts, getRequestFile, listDeskColleagues, listReplyWordings, listTopics } from './views.ts'
import { wakeRequest } from './wake-request.ts'
import { checkCounter } from './wording/check-counter.ts'
import { proposeWordingRules } from './wording/propose-wording-rules.ts'
import { getCounterList } from './wording/views-counter.ts'
import { getWordingRules } from './wording/views-wording.ts'

export const deskRoutes: readonly Bound[] = [
  on(api.registerRequest, registerRequest),
  on(api.listRequests, listRequests),
  on(api.getDeskCounts, getDeskCounts),
  on(api.getRequest, getRequest),
  on(api.listRequestsAbout, listRequestsAbout),
  onFile(api.getRequestFile, getRequestFile),
  on(api.listClaimRequests, listClaimRequests),
  onFile(api.getClaimRequestFile, getClaimRequestFile),
  on(api.viewRequest, viewRequest),
  on(api.listDeskColleagues, listDeskColleagues),
  on(api.takeRequest, takeRequest),
  on(api.assignRequest, assignRequest),
  on(api.answerRequest, answerRequest),
  on(api.addRequestNote, addRequestNote),
  on(api.saveRequestDraft, saveRequestDraft),
  on(api.snoozeRequest, snoozeRequest),
  on(api.wakeRequest, wakeRequest),
  on(api.markRequestSpecial, markRequestSpecial),
  on(api.classifyRequest, classifyRequest),
  on(api.changeRequestKind, changeRequestKind),
  on(api.setRequestPerson, setRequestPerson),
  on(api.setRequestLanguage, setRequestLanguage),
  on(api.solveRequest, solveRequest),
  on(api.reopenRequest, reopenRequest),
  on(api.closeRequest, closeRequest),
  on(api.linkRequest, linkRequest),
  on(api.unlinkRequest, unlinkRequest),
  on(api.mergeRequest, mergeRequest),
  on(api.undoRequestMerge, undoRequestMerge),
  on(api.setParentRequest, setParentRequest),
  on(api.convertToReport, convertToReport),
  on(api.convertToVisit, convertToVisit),
  on(api.getDeskMetrics, getDeskMetrics),
  on(api.listTopics, listTopics),
  on(api.listReplyWordings, listReplyWordings),
  on(api.getWordingRules, getWordingRules),
  on(api.proposeWordingRules, proposeWordingRules),
  on(api.getCounterList, getCounterList),
  on(api.checkCounter, checkCounter),
]
