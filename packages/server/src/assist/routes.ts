import * as api from '@anpei/contract/assist'
import { on, onFile, type Bound } from '../http/index.ts'
import { addAssistPapers } from './add-assist-papers.ts'
import { noteOutsideProgress } from './note-outside-progress.ts'
import { openAssist } from './open-assist.ts'
import { seeAssist } from './see-assist.ts'
import { submitAssist } from './submit-assist.ts'
import { getAssist, getAssistPaper, listAssists, listInsurers } from './views.ts'
import { withdrawAssist } from './withdraw-assist.ts'

export const assistRoutes: readonly Bound[] = [
  on(api.listInsurers, listInsurers),
  on(api.openAssist, openAssist),
  on(api.listAssists, listAssists),
  on(api.getAssist, getAssist),
  on(api.addAssistPapers, addAssistPapers),
  onFile(api.getAssistPaper, getAssistPaper),
  on(api.submitAssist, submitAssist),
  on(api.noteOutsideProgress, noteOutsideProgress),
  on(api.withdrawAssist, withdrawAssist),
  on(api.seeAssist, seeAssist),
]
