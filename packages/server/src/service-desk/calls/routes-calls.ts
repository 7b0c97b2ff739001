import * as api from '@anpei/contract/service-desk'
import { ask, on, onFile, type Bound } from '../../http/index.ts'
import { menuRoutes } from '../menus/routes-menus.ts'
import { correctCallPerson } from './correct-call-person.ts'
import { getMyCall } from './get-my-call.ts'
import { getTelephone } from './get-telephone.ts'
import { linkCall } from './link-call.ts'
import { listCalls } from './list-calls.ts'
import { playRecording } from './play-recording.ts'
import { receiveCall } from './receive-call.ts'
import { receiveTcccCall } from './receive-tccc-call.ts'
import { receiveTwilioCall } from './receive-twilio-call.ts'
import { recordCallBack } from './record-call-back.ts'
import { revealCallNumber } from './reveal-call-number.ts'
import { saveTelephone } from './save-telephone.ts'
import { takeCall } from './take-call.ts'

export const callRoutes: readonly Bound[] = [
  ...menuRoutes,
  on(api.listCalls, listCalls),
  on(api.getMyCall, getMyCall),
  on(api.revealCallNumber, revealCallNumber),
  // A query: it writes nothing but the look.
  onFile(api.playRecording, playRecording),
  on(api.recordCallBack, recordCallBack),
  on(api.takeCall, takeCall),
  on(api.linkCall, linkCall),
  on(api.correctCallPerson, correctCallPerson),
  on(api.getTelephone, getTelephone),
  on(api.saveTelephone, saveTelephone),
  // These write in transactions of their own: telephone systems know no idempotency keys.
  ask(api.receiveCall, receiveCall),
  ask(api.receiveTcccCall, receiveTcccCall),
  ask(api.receiveTwilioCall, receiveTwilioCall),
]
