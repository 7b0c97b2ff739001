/** Everything that left, and what became of it (NTF-02…04). */
import {
  attemptLifecycle,
  NOTICE_CHANNELS,
  noticeLifecycle,
  SLIP_MARKS,
  SLIP_SIGNERS,
} from '@anpei/domain/notifications'
import { z } from 'zod'
import { Can, Day, Id, Instant, keysOf, page, PageQuery, route, Text } from '../kernel/index.ts'

export const Channel = keysOf(NOTICE_CHANNELS)

export const NoticeRow = z
  .object({
    id: Id,
    personId: Id,
    subjectKind: z.string(),
    subjectId: Id,
    template: z.string(),
    title: z.string(),
    channel: Channel,
    channelWord: z.string(),
    recipientMasked: z.string(),
    /** Names are masked; the whole text is revealed with a reason. */
    text: z.string(),
    state: keysOf(noticeLifecycle.states),
    stateWord: z.string(),
    /** Attempts begun so far, over all channels. */
    tries: z.int(),
    createdAt: Instant,
    dueAt: Instant.nullable(),
    /** What happens then, read behind the time: `前没有回执，改用下一渠道`. */
    nextWord: z.string().nullable(),
    sentAt: Instant.nullable(),
    deliveredAt: Instant.nullable(),
    reachedAt: Instant.nullable(),
    fault: z.string().nullable(),
  })
  .meta({ id: 'Notice', description: '通知' })
export type NoticeRow = z.output<typeof NoticeRow>

const Attempt = z
  .object({
    /** The number the gateway was given. */
    id: Id,
    attemptNo: z.int(),
    channel: Channel,
    channelWord: z.string(),
    recipientMasked: z.string(),
    state: keysOf(attemptLifecycle.states),
    stateWord: z.string(),
    tries: z.int(),
    providerNo: z.string().nullable(),
    begunAt: Instant,
    sentAt: Instant.nullable(),
    receiptWord: z.string().nullable(),
    receiptAt: Instant.nullable(),
    fault: z.string().nullable(),
    proof: z.string().nullable(),
  })
  .meta({ id: 'NoticeAttempt', description: '一次送达尝试' })
export type NoticeAttempt = z.output<typeof Attempt>

export const NoticeView = NoticeRow.extend({
  attempts: z.array(Attempt),
  /** The channels it goes through, in order. */
  steps: z.array(z.object({ channel: Channel, channelWord: z.string(), recipientMasked: z.string() })),
  /** What the person answered. */
  answers: z.array(z.object({ at: Instant, text: z.string() })),
  can: Can,
}).meta({ id: 'NoticeView', description: '通知及其每次尝试' })
export type NoticeView = z.output<typeof NoticeView>

export const StandInDelivery = z
  .object({
    id: Id,
    noticeId: Id,
    channel: Channel,
    channelWord: z.string(),
    recipientMasked: z.string(),
    text: z.string(),
    at: Instant,
  })
  .meta({ id: 'StandInDelivery', description: '本地替身通道收到的内容' })

export const listNotices = route({
  id: 'listNotices',
  method: 'GET',
  path: '/api/notices',
  permission: 'notice.read',
  summary: '通知及其下落',
  sensitive: true,
  query: PageQuery.extend({
    personId: Id.optional(),
    subjectId: Id.optional(),
    state: keysOf(noticeLifecycle.states).optional(),
    channel: Channel.optional(),
    template: z.string().max(60).optional(),
  }),
  answer: page(NoticeRow),
})
export const getNotice = route({
  id: 'getNotice',
  method: 'GET',
  path: '/api/notices/:noticeId',
  permission: 'notice.read',
  summary: '一条通知的每次尝试与回执',
  sensitive: true,
  params: z.object({ noticeId: Id }),
  answer: NoticeView,
})
export const revealNotice = route({
  id: 'revealNotice',
  method: 'POST',
  path: '/api/notices/:noticeId/reveal',
  permission: 'person.reveal',
  summary: '查看通知原文与收件号码（记入审计日志）',
  sensitive: true,
  params: z.object({ noticeId: Id }),
  body: z.object({ reason: Text(200) }),
  answer: z.object({ text: z.string(), to: z.string() }),
})
export const noticeQueue = route({
  id: 'noticeQueue',
  method: 'GET',
  path: '/api/notice-queue',
  permission: 'notice.read',
  summary: '各渠道在途与失败的数量（失败为近七天；每个数到一万为准）',
  answer: z.object({
    counts: z.array(z.object({ channel: Channel, state: keysOf(noticeLifecycle.states), count: z.int() })),
  }),
})
export const retryNotice = route({
  id: 'retryNotice',
  method: 'POST',
  path: '/api/notices/:noticeId/retry',
  permission: 'notice.handle',
  summary: '按现在的联系方式重新发送',
  params: z.object({ noticeId: Id }),
  answer: NoticeView,
})
export const handOverNotice = route({
  id: 'handOverNotice',
  method: 'POST',
  path: '/api/notices/:noticeId/hand-over',
  permission: 'notice.handle',
  summary: '不再等回执，转为上门告知',
  params: z.object({ noticeId: Id }),
  answer: NoticeView,
})
export const stopNotice = route({
  id: 'stopNotice',
  method: 'POST',
  path: '/api/notices/:noticeId/stop',
  permission: 'notice.handle',
  summary: '停发一条通知',
  params: z.object({ noticeId: Id }),
  body: z.object({ reason: Text(200) }),
  answer: NoticeView,
})
/** How somebody was told by hand. */
export const HANDED_WAYS = {
  letter_signed: '挂号信已签收',
  visit: '上门当面告知',
  call: '人工电话告知',
} as const
export const recordHanded = route({
  id: 'recordHanded',
  method: 'POST',
  path: '/api/notices/:noticeId/outcome',
  permission: 'notice.handle',
  summary: '登记信函、上门告知的结果',
  params: z.object({ noticeId: Id }),
  body: z.object({ reached: z.boolean(), way: keysOf(HANDED_WAYS), proof: Text(200) }),
  answer: NoticeView,
})
export const printSlip = route({
  id: 'printSlip',
  method: 'POST',
  path: '/api/notices/:noticeId/slip',
  permission: 'notice.handle',
  summary: '人在柜面：出一张签收单，等签名或手印（已有没签的就用那一张）',
  params: z.object({ noticeId: Id }),
  answer: NoticeView,
})
export const getSlipPdf = route({
  id: 'getSlipPdf',
  method: 'GET',
  path: '/api/notices/:noticeId/slip',
  permission: 'notice.handle',
  summary: '柜面签收单 PDF（大字，有签名和手印的地方）',
  sensitive: true,
  download: true,
  params: z.object({ noticeId: Id }),
})
export const signSlip = route({
  id: 'signSlip',
  method: 'POST',
  path: '/api/notices/:noticeId/slip/signature',
  permission: 'notice.handle',
  summary: '登记签好的柜面签收单：通知已送达',
  params: z.object({ noticeId: Id }),
  body: z.object({ signedBy: keysOf(SLIP_SIGNERS), mark: keysOf(SLIP_MARKS), signedOn: Day }),
  answer: NoticeView,
})
export const listStandInDeliveries = route({
  id: 'listStandInDeliveries',
  method: 'GET',
  path: '/api/stand-in-deliveries',
  permission: 'notice.read',
  summary: '短信、微信、邮件本地替身收到的内容',
  sensitive: true,
  query: PageQuery,
  answer: page(StandInDelivery),
})
