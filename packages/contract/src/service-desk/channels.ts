/** SRV-02, SRV-03, OPS-02: how messages come in and which mailboxes are read. */
import { z } from 'zod'
import { Id, Instant, keysOf, MaybeText, route, Text } from '../kernel/index.ts'
import { MAIL_OUTCOMES, MAIL_SECURITY } from '@anpei/domain/service-desk'
import { RequestChannel, RequestKind } from './words.ts'

/**
 * For programs, with an API key that holds `desk.inbound`. `messageId` is the partner's own: sent again, also under
 * another idempotency key, the message is kept once and the answer says `isRepeat`. Files are Base64; a request holds
 * 2 MB in all.
 */
export const receivePartnerMessage = route({
  id: 'receivePartnerMessage',
  method: 'POST',
  path: '/api/desk/inbound',
  permission: 'desk.inbound',
  summary: '接收合作方前端转来的客户消息（重复发送只算一次）',
  body: z.object({
    messageId: Text(120),
    /** The thread at the partner's: messages of one thread belong to one request while it is open. */
    conversationKey: Text(120),
    channel: RequestChannel,
    from: z.object({
      name: MaybeText(40).optional(),
      phone: MaybeText(30).optional(),
      email: MaybeText(120).optional(),
      openid: MaybeText(100).optional(),
    }),
    /** When the partner got it; clocks start here. */
    receivedAt: Instant.nullable().default(null),
    subject: MaybeText(120).default(''),
    text: Text(10_000),
    /** An automatic answer starts no clock. */
    automatic: z.boolean().default(false),
    kind: RequestKind.nullable().default(null),
    files: z
      .array(z.object({ name: Text(120), base64: z.base64().max(1_900_000) }))
      .max(5)
      .default([]),
  }),
  answer: z.object({
    requestId: Id,
    requestNo: z.string(),
    messageNo: z.int(),
    isNew: z.boolean(),
    isRepeat: z.boolean(),
  }),
})

const Host = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9.:-]{1,200}$/, '请填服务器地址，例如 imap.example.com')
const MailServers = z.object({
  imapHost: Host,
  imapPort: z.int().min(1).max(65_535).default(993),
  imapSecurity: keysOf(MAIL_SECURITY).default('tls'),
  folder: Text(100).default('INBOX'),
  smtpHost: Host,
  smtpPort: z.int().min(1).max(65_535).default(465),
  smtpSecurity: keysOf(MAIL_SECURITY).default('tls'),
  user: Text(120),
})
export const MailboxView = MailServers.extend({
  id: Id,
  /** Who a mail of ours says it is from. */
  name: z.string(),
  address: z.string(),
  active: z.boolean(),
  lastOkAt: Instant.nullable(),
  /** Since when the server does not answer; nothing is lost meanwhile. */
  failingSince: Instant.nullable(),
  fault: z.string().nullable(),
  changedBy: z.string(),
  changedAt: Instant,
  lastDay: z.array(z.object({ outcome: keysOf(MAIL_OUTCOMES), count: z.int() })),
}).meta({ id: 'Mailbox', description: '邮箱' })
export type MailboxView = z.output<typeof MailboxView>

export const listMailboxes = route({
  id: 'listMailboxes',
  method: 'GET',
  path: '/api/desk/mailboxes',
  permission: 'notice.channel',
  summary: '服务台邮箱',
  answer: z.object({ items: z.array(MailboxView) }),
})
/** `id` null sets a new one up; mails from before that are not read. An empty password stays as it was. */
export const saveMailbox = route({
  id: 'saveMailbox',
  method: 'POST',
  path: '/api/desk/mailboxes',
  permission: 'notice.channel',
  summary: '设置服务台邮箱',
  body: MailServers.extend({
    id: Id.nullable(),
    name: Text(60),
    address: z.email().max(120),
    active: z.boolean(),
    password: z.string().max(200).default(''),
  }),
  answer: MailboxView,
})
const Tried = z.object({ works: z.boolean(), words: z.string() })
export const tryMailbox = route({
  id: 'tryMailbox',
  method: 'POST',
  path: '/api/desk/mailboxes/try',
  permission: 'notice.channel',
  summary: '试一试邮箱能不能收发（不发信）',
  body: MailServers.extend({ id: Id.nullable(), password: z.string().max(200).default('') }),
  answer: z.object({ incoming: Tried, outgoing: Tried }),
})
