import * as api from '@anpei/contract/service-desk'
import { ask, on, onFile, type Bound } from '../../http/index.ts'
import { askCallMenu } from './ask-call-menu.ts'
import { askTwilioMenu } from './ask-twilio-menu.ts'
import { proposeCallPlan } from './propose-call-plan.ts'
import { proposePrompt } from './propose-prompt.ts'
import { openPrompt, playPrompt } from './views-audio.ts'
import { listCallPlans, listPrompts } from './views-menus.ts'
import { withdrawPrompt } from './withdraw-prompt.ts'

export const menuRoutes: readonly Bound[] = [
  on(api.listPrompts, listPrompts),
  on(api.proposePrompt, proposePrompt),
  onFile(api.getPromptAudio, openPrompt),
  on(api.withdrawPrompt, withdrawPrompt),
  on(api.listCallPlans, listCallPlans),
  on(api.proposeCallPlan, proposeCallPlan),
  onFile(api.playPrompt, playPrompt),
  // These write in transactions of their own: telephone systems know no idempotency keys.
  ask(api.askCallMenu, askCallMenu),
  onFile(api.askTwilioMenu, askTwilioMenu),
]
