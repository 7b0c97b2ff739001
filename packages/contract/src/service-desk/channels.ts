/** SRV-02, SRV-03, OPS-02: how messages come in and which mailboxes are read. */
import { z } from 'zod'
import { Id, Instant, MaybeText, route, Text } from '../kernel/index.ts'
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
