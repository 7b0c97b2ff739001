/** Everything that left, and what became of it (NTF-02, NTF-04). */
import { NOTICE_CHANNELS, noticeLifecycle } from '@anpei/domain/notifications'
import { z } from 'zod'
import { Id, Instant, keysOf, page, PageQuery, route } from '../kernel/index.ts'

const Channel = keysOf(NOTICE_CHANNELS)

export const NoticeRow = z
  .object({
    id: Id,
    personId: Id,
    subjectKind: z.string(),
    subjectId: Id,
    template: z.string(),
    channel: Channel,
    channelWord: z.string(),
    recipientMasked: z.string(),
    text: z.string(),
    state: keysOf(noticeLifecycle.states),
    stateWord: z.string(),
    tries: z.int(),
    createdAt: Instant,
    sentAt: Instant.nullable(),
    deliveredAt: Instant.nullable(),
    fault: z.string().nullable(),
  })
  .meta({ id: 'Notice', description: '通知' })
export type NoticeRow = z.output<typeof NoticeRow>

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
  }),
  answer: page(NoticeRow),
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
