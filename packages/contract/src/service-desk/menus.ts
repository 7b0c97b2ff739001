/** SRV-02: recorded prompts, the plan of each line, and what telephone systems ask while a caller waits. */
import { LANGUAGES } from '@anpei/domain/identity'
import { CALL_LINES, KEY_ACTS, PROMPT_OCCASIONS } from '@anpei/domain/service-desk'
import { z } from 'zod'
import { CallLine } from './calls.ts'
import { Can, Day, Id, Instant, keysOf, MaybeText, route, Text } from '../kernel/index.ts'

const Language = keysOf(LANGUAGES)
const Occasion = keysOf(PROMPT_OCCASIONS)
const PromptLine = keysOf({ every: '所有线路', ...CALL_LINES })

export const DeskPrompt = z
  .object({
    id: Id,
    line: PromptLine,
    lineWord: z.string(),
    occasion: Occasion,
    occasionWord: z.string(),
    language: Language,
    languageWord: z.string(),
    version: z.int(),
    /** What is said, word by word. */
    words: z.string(),
    recordedBy: z.string(),
    validFrom: Day,
    madeBy: z.string(),
    confirmedBy: z.string(),
    withdrawnAt: Instant.nullable(),
    /** Played today on the lines it is for. */
    inForce: z.boolean(),
    can: Can,
  })
  .meta({ id: 'DeskPrompt', description: '电话录音提示' })
export type DeskPrompt = z.output<typeof DeskPrompt>

export const listPrompts = route({
  id: 'listDeskPrompts',
  method: 'GET',
  path: '/api/desk/prompts',
  permission: 'desk.read',
  summary: '电话录音提示，每个版本一条，最新的在前',
  query: z.object({ line: PromptLine.optional(), withdrawn: z.enum(['yes', 'no']).default('no') }),
  answer: z.object({
    items: z.array(DeskPrompt),
    /** Put forward, not yet confirmed by a second person. */
    waiting: z.array(z.object({ changeId: Id, promptId: Id, title: z.string() })),
  }),
})
export const proposePrompt = route({
  id: 'proposeDeskPrompt',
  method: 'POST',
  path: '/api/desk/prompts',
  permission: 'desk.lead',
  summary: '提交一段录音提示（文件字段 prompt：MP3、WAV，最大 8 MB），由另一人听过、复核后启用',
  files: true,
  body: z.object({
    line: PromptLine,
    occasion: Occasion,
    language: Language,
    words: Text(600),
    recordedBy: Text(40),
    validFrom: Day,
    reason: Text(300),
  }),
  answer: z.object({ changeId: Id, promptId: Id }),
})
const promptParams = z.object({ promptId: Id })
export const getPromptAudio = route({
  id: 'getDeskPromptAudio',
  method: 'GET',
  path: '/api/desk/prompts/:promptId/audio',
  permission: 'desk.read',
  summary: '听一段录音提示',
  download: true,
  params: promptParams,
})
export const withdrawPrompt = route({
  id: 'withdrawDeskPrompt',
  method: 'POST',
  path: '/api/desk/prompts/:promptId/withdraw',
  permission: 'desk.lead',
  summary: '停用一段录音提示；播放计划还要用到的不能停用',
  params: promptParams,
  body: z.object({ reason: Text(300) }),
  answer: DeskPrompt,
})

const Played = z.array(Occasion).max(8)
export const CallPlanBody = z
  .object({
    opening: Played,
    menu: Played.min(1),
    waiting: Played,
    outOfHours: Played,
    unanswered: Played,
    keys: z
      .array(z.object({ key: z.string().regex(/^[0-9*#]$/), does: keysOf(KEY_ACTS), language: Language.nullable() }))
      .max(12),
  })
  .meta({ id: 'CallPlan', description: '电话播放计划：先播什么、主菜单、按键' })
export type CallPlanBody = z.output<typeof CallPlanBody>

export const listCallPlans = route({
  id: 'listCallPlans',
  method: 'GET',
  path: '/api/desk/call-plans',
  permission: 'desk.read',
  summary: '每条电话线路的播放计划；没有计划的线路直接转人工',
  answer: z.object({
    items: z.array(
      z.object({
        line: CallLine,
        lineWord: z.string(),
        /** 0: there is none. */
        version: z.int(),
        plan: CallPlanBody.nullable(),
        at: Instant.nullable(),
        madeBy: z.string(),
        confirmedBy: z.string(),
        waiting: z.boolean(),
      }),
    ),
  }),
})
export const proposeCallPlan = route({
  id: 'proposeCallPlan',
  method: 'POST',
  path: '/api/desk/call-plans/:line',
  permission: 'desk.lead',
  summary: '提交一条线路的播放计划，由另一人复核后生效；主菜单没有转人工的键不收',
  params: z.object({ line: CallLine }),
  body: z.object({ version: z.int(), plan: CallPlanBody, reason: Text(300) }),
  answer: z.object({ changeId: Id }),
})

/** For any telephone system, with an API key that holds `desk.inbound`. */
export const askCallMenu = route({
  id: 'askCallMenu',
  method: 'POST',
  path: '/api/desk/phone/menu',
  permission: 'desk.inbound',
  summary: '话务系统问：现在给来电人播什么、按了键怎么办（没有按键也没有说话的，一律转人工）',
  body: z.object({
    /** The telephone system's own number of the call. */
    callNo: Text(120),
    /** Our number. */
    lineNumber: Text(30),
    /** The customer's. */
    phone: MaybeText(30).default(''),
    /** The key; null: none yet, or silence after the menu was played. */
    pressed: z
      .string()
      .regex(/^[0-9*#]$/)
      .nullable()
      .default(null),
    /** How often the menu was played to this caller. */
    turn: z.int().min(0).max(9).default(0),
  }),
  answer: z.object({
    callId: Id,
    play: z.array(
      z.object({ path: z.string(), occasion: Occasion, language: Language, words: z.string(), promptId: Id }),
    ),
    /**
     * `ask`: play, wait for one of the keys for 5 seconds, ask again with `turn` + 1. `human`: play, put through to
     * `offer` in this order. `call_back`: play and hang up; the call back is owed already.
     */
    next: z.enum(['ask', 'human', 'call_back']),
    keys: z.array(z.object({ key: z.string(), does: keysOf(KEY_ACTS), language: Language.nullable() })),
    offer: z.array(z.object({ extension: z.string(), speaks: z.boolean().nullable() })),
    /** To be played where nobody of them answers. */
    unanswered: z.array(z.object({ path: z.string(), promptId: Id })),
  }),
})

/** Twilio asks what to do with a call (TwiML): signed like its status callbacks, the query of the address included. */
export const askTwilioMenu = route({
  id: 'askTwilioMenu',
  method: 'POST',
  path: '/api/desk/phone/:tenantId/twilio/menu',
  permission: 'public',
  summary: 'Twilio 问来电怎么接：以 TwiML 答复播放、按键和转接（签名不对不答）',
  download: true,
  params: z.object({ tenantId: z.coerce.number().int().positive() }),
  query: z.object({ turn: z.string().regex(/^\d$/).optional(), dialled: z.literal('1').optional() }),
  body: z.record(z.string().max(60), z.string().max(2000)),
})
/** What everybody who calls hears: telephone systems fetch it without a session. */
export const playPrompt = route({
  id: 'playDeskPrompt',
  method: 'GET',
  path: '/api/desk/phone/:tenantId/prompts/:promptId',
  permission: 'public',
  summary: '话务系统取一段在用的录音提示',
  download: true,
  params: z.object({ tenantId: z.coerce.number().int().positive(), promptId: Id }),
})
