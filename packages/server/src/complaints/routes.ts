import * as api from '@anpei/contract/complaints'
import { on, onFile, type Bound } from '../http/index.ts'
import { addNewFacts } from './add-new-facts.ts'
import { askMissingItems } from './ask-missing-items.ts'
import { assignComplaint } from './assign-complaint.ts'
import { checkComplaint } from './check-complaint.ts'
import { classifyComplaint } from './classify-complaint.ts'
import { contactComplainant } from './contact-complainant.ts'
import { convertToComplaint } from './convert-to-complaint.ts'
import { endComplaintTask } from './end-complaint-task.ts'
import { exportComplaints } from './export/export-complaints.ts'
import { importComplaintCodes } from './import-complaint-codes.ts'
import { linkComplaint } from './link-complaint.ts'
import { mergeComplaint } from './merge-complaint.ts'
import { registerComplaint } from './register-complaint.ts'
import { separateComplaint } from './separate-complaint.ts'
import { setComplaintCategory } from './set-complaint-category.ts'
import { supplementComplaint } from './supplement-complaint.ts'
import { tieComplaint } from './tie-complaint.ts'
import { getComplaint } from './view-complaint.ts'
import { listComplaintCategories } from './views-categories.ts'
import { getComplaintFile, listComplaintColleagues, listComplaintHandlers } from './views-handlers.ts'
import { getKnownForComplaint } from './views-known.ts'
import { listComplaints } from './views-list.ts'
import { listComplaintWaiting } from './views-waiting.ts'
import { withdrawComplaint } from './withdraw-complaint.ts'

export const complaintRoutes: readonly Bound[] = [
  on(api.registerComplaint, registerComplaint),
  on(api.convertToComplaint, convertToComplaint),
  on(api.getKnownForComplaint, getKnownForComplaint),
  on(api.listComplaints, listComplaints),
  on(api.listComplaintWaiting, listComplaintWaiting),
  onFile(api.exportComplaints, exportComplaints),
  on(api.getComplaint, getComplaint),
  onFile(api.getComplaintFile, getComplaintFile),
  on(api.askMissingItems, askMissingItems),
  on(api.supplementComplaint, supplementComplaint),
  on(api.tieComplaint, tieComplaint),
  on(api.checkComplaint, checkComplaint),
  on(api.classifyComplaint, classifyComplaint),
  on(api.listComplaintHandlers, listComplaintHandlers),
  on(api.listComplaintColleagues, listComplaintColleagues),
  on(api.assignComplaint, assignComplaint),
  on(api.contactComplainant, contactComplainant),
  on(api.addNewFacts, addNewFacts),
  on(api.withdrawComplaint, withdrawComplaint),
  on(api.mergeComplaint, mergeComplaint),
  on(api.separateComplaint, separateComplaint),
  on(api.linkComplaint, linkComplaint),
  on(api.endComplaintTask, endComplaintTask),
  on(api.listComplaintCategories, listComplaintCategories),
  on(api.setComplaintCategory, setComplaintCategory),
  on(api.importComplaintCodes, importComplaintCodes),
]
