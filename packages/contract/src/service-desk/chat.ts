/** SRV-02, SRV-05: chat on the web page: a customer without an account, and whoever answers at the desk. */
import { z } from 'zod'
import { Id, Instant, MaybeText, route, Text } from '../kernel/index.ts'
import { LanguageCode } from './words.ts'

/** The only key to what was said: 32 random bytes of the customer's browser, or a dialogue that was handed over. */
const ChatKey = z.union([z.string().regex(/^[A-Za-z0-9_-]{43}$/), Id])

/** `messageId` is the browser's own: said again it is kept once. A photo comes as a part `photo`. */
export const sayInChat = route({
  id: 'sayInChat',
  method: 'POST',
  path: '/api/portal/chats',
  permission: 'public',
  summary: '在线咨询：客户说一句话（第一句开始一次咨询）',
  files: true,
  body: z.object({
    chat: ChatKey,
    messageId: Text(60),
    text: Text(2000),
    name: MaybeText(40).default(''),
    phone: MaybeText(30).default(''),
  }),
  answer: z.object({ requestNo: z.string(), messageNo: z.int() }),
})

export const readChat = route({
  id: 'readChat',
  method: 'POST',
  path: '/api/portal/chats/read',
  permission: 'public',
  summary: '在线咨询：看对话和排队情况',
  body: z.object({ chat: ChatKey }),
  answer: z.object({
    /** Null before the first word. */
    requestNo: z.string().nullable(),
    messages: z.array(
      z.object({
        id: Id,
        mine: z.boolean(),
        /** A machine's word is said to be one. */
        automatic: z.boolean(),
        who: z.string(),
        text: z.string(),
        at: Instant,
        files: z.array(z.string()),
      }),
    ),
    /** Others who wait longer; null when nobody waits for an answer here. */
    ahead: z.int().nullable(),
    /** Somebody at the desk has it: it waits in no queue any more. */
    taken: z.boolean(),
    /** Until when it is promised to be answered. */
    promisedAt: Instant.nullable(),
    /** Somebody is on duty now; otherwise from when. */
    onDuty: z.boolean(),
    dutyFrom: Instant.nullable(),
    ended: z.boolean(),
  }),
})

/** Hands over to the telephone: the call back is owed like that of a missed call (T03). */
export const askCallBack = route({
  id: 'askCallBack',
  method: 'POST',
  path: '/api/portal/chats/call-back',
  permission: 'public',
  summary: '在线咨询：请打电话给我',
  body: z.object({
    chat: ChatKey,
    phone: Text(30),
    /** Who rings should speak it; without a wish a care mark of the customer says it. */
    language: LanguageCode.nullable().default(null),
  }),
  answer: z.object({ phoneMasked: z.string(), promisedAt: Instant.nullable() }),
})
