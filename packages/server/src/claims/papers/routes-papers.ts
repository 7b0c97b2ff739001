import * as api from '@anpei/contract/claims'
import { on, onFile, type Bound } from '../../http/index.ts'
import { addPapers } from './add-papers.ts'
import { addTask } from '../tasks/add-task.ts'
import { answerMessage } from '../telling/answer-message.ts'
import { askAuthority } from './ask-authority.ts'
import { askSupplement } from './ask-supplement.ts'
import { closeClaim } from '../close-claim.ts'
import { completeFile } from './complete-file.ts'
import { deliverLetter } from '../telling/deliver-letter.ts'
import { deliverSupplement } from './deliver-supplement.ts'
import { endTask } from '../tasks/end-task.ts'
import { finishVisit } from '../telling/finish-visit.ts'
import { getLetterPdf } from '../telling/get-letter-pdf.ts'
import { getLetterText } from '../telling/get-letter-text.ts'
import { getPaperFile } from './get-paper-file.ts'
import { judgePapers } from './judge-papers.ts'
import { markAnxious } from '../telling/mark-anxious.ts'
import { askExtension } from '../decision/ask-extension.ts'
import { decideExtension } from '../decision/decide-extension.ts'
import { listExtensions } from '../decision/views-extensions.ts'
import { remindAuthority } from './remind-authority.ts'
import { signApplication } from '../reports/sign-application.ts'
import { getApplication } from '../reports/views-application.ts'
import { tellDelay } from '../decision/tell-delay.ts'

export const paperRoutes: readonly Bound[] = [
  on(api.addPapers, addPapers),
  onFile(api.getPaperFile, getPaperFile),
  on(api.judgePapers, judgePapers),
  on(api.completeFile, completeFile),
  on(api.askSupplement, askSupplement),
  on(api.deliverSupplement, deliverSupplement),
  on(api.answerMessage, answerMessage),
  on(api.askAuthority, askAuthority),
  on(api.remindAuthority, remindAuthority),
  on(api.getApplication, getApplication),
  on(api.signApplication, signApplication),
  on(api.addTask, addTask),
  on(api.endTask, endTask),
  on(api.finishVisit, finishVisit),
  onFile(api.getLetterPdf, getLetterPdf),
  on(api.getLetterText, getLetterText),
  on(api.deliverLetter, deliverLetter),
  on(api.tellDelay, tellDelay),
  on(api.listExtensions, listExtensions),
  on(api.askExtension, askExtension),
  on(api.decideExtension, decideExtension),
  on(api.closeClaim, closeClaim),
  on(api.markAnxious, markAnxious),
]
