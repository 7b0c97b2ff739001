/** SRV-02, SRV-03: the telephone: calls as the telephone system reports them, call backs, lines and extensions. */
import {
  CALL_DIRECTIONS,
  CALL_ENDERS,
  CALL_LINES,
  CALL_RECORDINGS,
  RECORDING_NOTICES,
  callLifecycle,
} from '@anpei/domain/service-desk'
import { z } from 'zod'
import { Day, Can, Id, Instant, keysOf, MaybeText, page, PageQuery, route, Text, TimeLeft } from '../kernel/index.ts'
import { LanguageCode, SpokenLanguage } from './words.ts'

export const CallLine = keysOf(CALL_LINES)
export const CallState = keysOf(callLifecycle.states)

const CallRow = z.object({
  id: Id,
  state: CallState,
  stateWord: z.string(),
  direction: keysOf(CALL_DIRECTIONS),
  line: CallLine,
  lineWord: z.string(),
  phoneMasked: z.string(),
  person: z.object({ id: Id, name: z.string() }).nullable(),
  agentName: z.string().nullable(),
  /** Who calls back. */
  ownerName: z.string().nullable(),
  request: z.object({ id: Id, requestNo: z.string() }).nullable(),
  /** What the caller wishes to speak. */
  language: SpokenLanguage.nullable(),
  rangAt: Instant,
  answeredAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  /** Seconds from the first ring to a human, or to the end. */
  waitedSeconds: z.int().nullable(),
  talkedSeconds: z.int().nullable(),
  /** Attempts to call back so far. */
  tries: z.int(),
  calledBackAt: Instant.nullable(),
  /** `left`: there was one, and the caller was not told of it or declined. `gone`: it could not be fetched. */
  recording: keysOf(CALL_RECORDINGS),
  /** Why it could not be fetched. */
  recordingGone: z.string(),
  /** What the caller was told of it in this call; null: only that the line announces it, or nothing. */
  recordingNotice: keysOf(RECORDING_NOTICES).nullable(),
  dueAt: Instant.nullable(),
  timeLeft: TimeLeft.nullable(),
  can: Can,
})

export const CallView = CallRow.meta({ id: 'DeskCall', description: '通话记录' })
export type CallView = z.output<typeof CallView>

export const listCalls = route({
  id: 'listCalls',
  method: 'GET',
  path: '/api/desk/calls',
  permission: 'desk.read',
  summary: '通话记录；owed 为待回拨，最急的在前，会讲来电人方言的人先看到',
  query: PageQuery.extend({
    show: z.enum(['owed', 'all', 'mine']).default('owed'),
    line: CallLine.optional(),
    state: CallState.optional(),
    /** Incoming calls of these days that the figures of the desk count. */
    fromOn: Day.optional(),
    toOn: Day.optional(),
  }),
  answer: page(CallView),
})
/** The screen pop: what rings at my extension or is being talked over, with what the caller already has with us. */
export const getMyCall = route({
  id: 'getMyCall',
  method: 'GET',
  path: '/api/desk/calls/mine',
  permission: 'desk.work',
  summary: '我分机上正在振铃或通话的来电（弹屏）',
  answer: z.object({
    call: CallView.nullable(),
    /** Open requests from this number or of this person, the latest first. */
    requests: z.array(z.object({ id: Id, requestNo: z.string(), kindWord: z.string(), stateWord: z.string() })),
    /** Earlier calls of this number. */
    earlierCalls: z.int(),
  }),
})
const callParams = z.object({ callId: Id })
export const revealCallNumber = route({
  id: 'revealCallNumber',
  method: 'POST',
  path: '/api/desk/calls/:callId/reveal',
  permission: 'desk.work',
  summary: '查看完整来电号码，用于回拨（留痕）',
  params: callParams,
  answer: z.object({ phone: z.string() }),
})
export const playRecording = route({
  id: 'playCallRecording',
  method: 'POST',
  path: '/api/desk/calls/:callId/recording',
  permission: 'desk.work',
  summary: '听通话录音，写明理由（留痕）',
  download: true,
  params: callParams,
  body: z.object({ reason: Text(200) }),
})
export const recordCallBack = route({
  id: 'recordCallBack',
  method: 'POST',
  path: '/api/desk/calls/:callId/call-backs',
  permission: 'desk.work',
  summary: '登记一次回拨；打通才算兑现承诺',
  params: callParams,
  body: z.object({ reached: z.boolean(), note: MaybeText(300).default('') }),
  answer: CallView,
})
export const takeCall = route({
  id: 'takeCall',
  method: 'POST',
  path: '/api/desk/calls/:callId/take',
  permission: 'desk.work',
  summary: '由我回拨',
  params: callParams,
  answer: CallView,
})
export const linkCall = route({
  id: 'linkCall',
  method: 'PUT',
  path: '/api/desk/calls/:callId/request',
  permission: 'desk.work',
  summary: '把通话记到服务单上',
  params: callParams,
  body: z.object({ requestId: Id }),
  answer: CallView,
})
/** A number may be a neighbour's, or lent: whose call it was is put right, or taken off whom it was held for. */
export const correctCallPerson = route({
  id: 'correctCallPerson',
  method: 'PUT',
  path: '/api/desk/calls/:callId/person',
  permission: 'desk.work',
  summary: '更正通话的客户，写明原因（录音随着改；可一并更正服务单）',
  params: callParams,
  body: z.object({ personId: Id.nullable(), requestToo: z.boolean().default(false), reason: Text(300) }),
  answer: CallView,
})

/** `announced`: callers of this number hear that the call is recorded; only then are recordings kept. */
const Line = z.object({ number: Text(20), line: CallLine, announced: z.boolean().default(false) })
const Extension = z.object({ extension: Text(60), userId: Id })
const Telephone = z
  .object({
    lines: z.array(Line.extend({ lineWord: z.string() })),
    extensions: z.array(Extension.extend({ name: z.string() })),
    /** Where telephone systems report calls to. */
    paths: z.object({
      own: z.string(),
      tccc: z.string(),
      twilio: z.string(),
      menu: z.string(),
      twilioMenu: z.string(),
    }),
    /** The servers recordings are fetched from. */
    recordingHosts: z.array(z.string()),
    twilio: z.object({ callbackUrl: z.string(), tokenSet: z.boolean() }),
  })
  .meta({ id: 'DeskTelephone', description: '电话线路、分机和话务系统' })
export const getTelephone = route({
  id: 'getTelephone',
  method: 'GET',
  path: '/api/desk/telephone',
  permission: 'desk.lead',
  summary: '电话线路、坐席分机和话务系统对接',
  answer: Telephone,
})
export const saveTelephone = route({
  id: 'saveTelephone',
  method: 'PUT',
  path: '/api/desk/telephone',
  permission: 'desk.lead',
  summary: '设置电话线路、坐席分机和话务系统对接；没有写到的密钥保持不变',
  body: z.object({
    lines: z.array(Line).max(50),
    extensions: z.array(Extension).max(500),
    /** Names of servers, with the port where it is none of the usual; nothing is fetched from others. */
    recordingHosts: z
      .array(
        z
          .string()
          .regex(/^[a-z0-9.-]+(:\d{1,5})?$/)
          .max(200),
      )
      .max(10)
      .optional(),
    twilio: z.object({ callbackUrl: MaybeText(300).default(''), token: MaybeText(100).default('') }).optional(),
  }),
  answer: Telephone,
})

/**
 * For any telephone system, with an API key that holds `desk.inbound`: words of a call one by one or all at once, in
 * any order, as often as it likes.
 */
export const receiveCall = route({
  id: 'receiveCall',
  method: 'POST',
  path: '/api/desk/phone/calls',
  permission: 'desk.inbound',
  summary:
    '接收话务系统的通话事件：振铃、接听、挂断（重复发送不重复记录）；振铃时答复应转接的分机，会讲来电人方言的在前',
  body: z.object({
    /** The telephone system's own number of the call. */
    callNo: Text(120),
    direction: keysOf(CALL_DIRECTIONS),
    /** Our number. */
    lineNumber: Text(30),
    /** The customer's. */
    phone: MaybeText(30).default(''),
    extension: MaybeText(60).default(''),
    /** By the key the caller pressed; without one a care mark of the customer says it (SRV-02). */
    language: LanguageCode.nullable().default(null),
    words: z
      .array(z.object({ what: z.enum(['rang', 'answered', 'ended']), at: Instant, by: keysOf(CALL_ENDERS).optional() }))
      .min(1)
      .max(10),
    /** Kept only where the caller was told of the recording: by the line's announcement, or as said here. */
    recordingUrl: MaybeText(500).default(''),
    recordingNotice: keysOf(RECORDING_NOTICES).nullable().default(null),
  }),
  answer: z.object({
    callId: Id,
    state: CallState,
    /**
     * While it rings: where to put it through, in this order. Who speaks the caller's language stands first, then who
     * has been free longest; who is away or on the telephone is left out.
     */
    offer: z.array(z.object({ extension: z.string(), speaks: z.boolean().nullable() })),
  }),
})

/** 腾讯云联络中心, push of call records: Basic auth whose password is an API key that holds `desk.inbound`. */
export const receiveTcccCall = route({
  id: 'receiveTcccCall',
  method: 'POST',
  path: '/api/desk/phone/tccc',
  permission: 'desk.inbound',
  summary: '腾讯云联络中心数据推送：电话 CDR（认证方式选 basicAuth，密码填接口密钥）',
  query: z.object({ action: z.string().max(40).default('cdr'), version: z.string().max(10).default('1') }),
  body: z.record(z.string(), z.unknown()),
  answer: z.object({ ErrCode: z.int(), ErrMsg: z.string() }),
})

/** Twilio, status callbacks of calls: form fields, signed with the account's token in `X-Twilio-Signature`. */
export const receiveTwilioCall = route({
  id: 'receiveTwilioCall',
  method: 'POST',
  path: '/api/desk/phone/:tenantId/twilio',
  permission: 'public',
  summary: 'Twilio 通话状态回调（签名不对不收）',
  params: z.object({ tenantId: z.coerce.number().int().positive() }),
  body: z.record(z.string().max(60), z.string().max(2000)),
  answer: z.object({ received: z.boolean() }),
})
