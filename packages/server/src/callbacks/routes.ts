import * as api from '@anpei/contract/callbacks'
import { on, onFile, type Bound } from '../http/index.ts'
import { answerCallback } from './answer-callback.ts'
import { assignCallback } from './assign-callback.ts'
import { chooseDoorTalk } from './choose-door-talk.ts'
import { checkCallbackCallee } from './check-callback-callee.ts'
import { exhaustCallback } from './exhaust-callback.ts'
import { finishFollowUp } from './finish-follow-up.ts'
import { giveBackCallback } from './give-back-callback.ts'
import { keepDoorTalk } from './keep-door-talk.ts'
import { recordCallbackAttempt } from './record-callback-attempt.ts'
import { revealCallbackPhone } from './reveal-callback-phone.ts'
import { proposeScript } from './scripts/propose-script.ts'
import { listCallbackScripts } from './scripts/views-scripts.ts'
import { takeCallback } from './take-callback.ts'
import { getCallbackFigures, listCallers, listFollowUps } from './views-figures.ts'
import { getCallback, getCallbackFile, listCallbacks } from './views.ts'
import { listPersonCallbacks } from './views-whole.ts'

export const callbackRoutes: readonly Bound[] = [
  on(api.listCallbacks, listCallbacks),
  on(api.getCallback, getCallback),
  onFile(api.getCallbackFile, getCallbackFile),
  on(api.listPersonCallbacks, listPersonCallbacks),
  on(api.listCallbackScripts, listCallbackScripts),
  on(api.proposeCallbackScript, proposeScript),
  on(api.getCallbackFigures, getCallbackFigures),
  on(api.listFollowUps, listFollowUps),
  on(api.takeCallback, takeCallback),
  on(api.giveBackCallback, giveBackCallback),
  on(api.assignCallback, assignCallback),
  on(api.listCallers, listCallers),
  on(api.revealCallbackPhone, revealCallbackPhone),
  on(api.recordCallbackAttempt, recordCallbackAttempt),
  on(api.checkCallbackCallee, checkCallbackCallee),
  on(api.answerCallback, answerCallback),
  on(api.keepDoorTalk, keepDoorTalk),
  on(api.chooseDoorTalk, chooseDoorTalk),
  on(api.exhaustCallback, exhaustCallback),
  on(api.finishFollowUp, finishFollowUp),
]
