/** Making a callback: take, try, know who it is, ask, end (CBK-02, CMP-10). */
import { z } from 'zod'
import { Day, Id, Instant, MaybeText, route, Text } from '../kernel/index.ts'
import { Accident } from '../claims/index.ts'
import { callbackParams } from './views.ts'
import { CallbackOutcome, CallbackStand, CallbackWay, Callee, FollowUpView, IdentityPoint, IdTail } from './words.ts'

export const takeCallback = route({
  id: 'takeCallback',
  method: 'POST',
  path: '/api/callbacks/:callbackId/take',
  permission: 'callback.make',
  summary: '开始联系：同一位客户同时只有一人在联系',
  params: callbackParams,
  answer: CallbackStand,
})
export const giveBackCallback = route({
  id: 'giveBackCallback',
  method: 'POST',
  path: '/api/callbacks/:callbackId/give-back',
  permission: 'callback.make',
  summary: '放回待回访',
  params: callbackParams,
  answer: CallbackStand,
})
export const assignCallback = route({
  id: 'assignCallback',
  method: 'POST',
  path: '/api/callbacks/:callbackId/assign',
  permission: 'callback.lead',
  summary: '指定回访人',
  params: callbackParams,
  body: z.object({ ownerId: Id, reason: Text(200) }),
  answer: CallbackStand,
})
export const listCallers = route({
  id: 'listCallers',
  method: 'GET',
  path: '/api/callbacks/:callbackId/callers',
  permission: 'callback.lead',
  summary: '可以指定的回访人和各自手上的数量',
  params: callbackParams,
  answer: z.object({
    items: z.array(z.object({ id: Id, name: z.string(), open: z.int(), absent: z.boolean() })),
  }),
})
export const revealCallbackPhone = route({
  id: 'revealCallbackPhone',
  method: 'POST',
  path: '/api/callbacks/:callbackId/phone',
  permission: 'callback.make',
  summary: '显示要拨的号码（记入日志）',
  params: callbackParams,
  answer: z.object({ phone: z.string() }),
})
/** `file` parts: recordings, photos. */
export const recordCallbackAttempt = route({
  id: 'recordCallbackAttempt',
  method: 'POST',
  path: '/api/callbacks/:callbackId/attempts',
  permission: 'callback.make',
  summary: '记下一次联系和凭证',
  files: true,
  params: callbackParams,
  body: z.object({
    way: CallbackWay,
    outcome: CallbackOutcome,
    /** When, if earlier than now. */
    at: Instant.nullable().default(null),
    callNo: MaybeText(80).default(''),
    note: MaybeText(500).default(''),
    /** Agreed with the customer: call again. */
    laterAt: Instant.nullable().default(null),
  }),
  answer: CallbackStand,
})
const CalleeSaid = z.object({
  callee: Callee,
  name: MaybeText(40).default(''),
  relation: MaybeText(20).default(''),
  heard: z.array(IdentityPoint).max(5).default([]),
  birthOn: Day.nullable().default(null),
  idTail: IdTail.default(''),
})

export const checkCallbackCallee = route({
  id: 'checkCallbackCallee',
  method: 'POST',
  path: '/api/callbacks/:callbackId/callee',
  permission: 'callback.make',
  summary: '核对接听的人是谁',
  params: callbackParams,
  body: CalleeSaid,
  /** `wrong`: what was said and does not agree; nobody is identified. */
  answer: z.object({ identified: z.boolean(), wrong: z.array(IdentityPoint) }),
})
const TalkedAccident = Accident.pick({ accidentOn: true, cause: true, kinds: true, narrative: true })

const Answered = z.object({
  scriptCode: z.string().max(40),
  scriptVersion: z.int(),
  /** By the code of the question. */
  answers: z.record(
    z.string().max(40),
    z.object({ choice: z.string().max(40).default(''), text: MaybeText(1000).default('') }),
  ),
  /** Where there was an accident and enough is known: a report is opened. */
  accident: TalkedAccident.nullable().default(null),
})

export const answerCallback = route({
  id: 'answerCallback',
  method: 'POST',
  path: '/api/callbacks/:callbackId/answers',
  permission: 'callback.make',
  summary: '记下回答，完成回访',
  params: callbackParams,
  body: Answered,
  answer: CallbackStand.extend({ opened: z.array(FollowUpView) }),
})
/** SRV-09: what was asked at a door and not taken is kept whole, for another person to choose. `file` parts: photos. */
export const keepDoorTalk = route({
  id: 'keepDoorTalk',
  method: 'POST',
  path: '/api/callbacks/:callbackId/door-talks',
  permission: 'callback.make',
  summary: '上门时问过、没有收下的，整份保存，待另一位同事选定',
  files: true,
  params: callbackParams,
  body: Answered.extend({
    /** When the customer was asked. */
    at: Instant,
    visitNo: Text(20),
    /** The code of the refusal. */
    why: Text(60),
    willing: z.boolean(),
    who: CalleeSaid,
  }),
  answer: z.object({ doorTalkId: Id }),
})
export const chooseDoorTalk = route({
  id: 'chooseDoorTalk',
  method: 'POST',
  path: '/api/callbacks/:callbackId/door-talks/:doorTalkId/choice',
  permission: 'callback.make',
  summary: '上门时问到的：采用，或不采用；不采用的留着可看',
  params: callbackParams.extend({ doorTalkId: Id }),
  body: z.object({ adopt: z.boolean(), reason: Text(300) }),
  answer: CallbackStand,
})
export const exhaustCallback = route({
  id: 'exhaustCallback',
  method: 'POST',
  path: '/api/callbacks/:callbackId/exhaust',
  permission: 'callback.make',
  summary: '多次联系不上，记为未能回访',
  params: callbackParams,
  answer: CallbackStand,
})
export const finishFollowUp = route({
  id: 'finishFollowUp',
  method: 'POST',
  path: '/api/callback-follow-ups/:followUpId/done',
  permission: 'callback.make',
  summary: '后续办完，写明结果',
  params: z.object({ followUpId: Id }),
  body: z.object({ result: Text(500) }),
  answer: FollowUpView,
})
