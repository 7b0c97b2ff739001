/** Short messages that come in: the progress of a case is asked by text (CLM-14); the rest is for the desk (SRV-02). */
import { z } from 'zod'
import { Instant, route } from '../kernel/index.ts'

/**
 * Signed by HMAC-SHA256 over `<timestamp>\n<number>|<from>|<text>\n`, in hexadecimal, with the key `receiptKey` of the
 * SMS channel's settings. A timestamp older than five minutes is refused; the same number again is answered no more.
 */
export const receiveSms = route({
  id: 'receiveSms',
  method: 'POST',
  path: '/api/gateways/:tenantId/sms/messages',
  permission: 'public',
  summary: '短信网关转来的上行短信（签名）：“查 案件号 身份证后四位”，答复只发到登记的号码；其余转服务台',
  params: z.object({ tenantId: z.coerce.number().int().min(1) }),
  body: z.object({
    timestamp: Instant,
    /** The gateway's number of this message. */
    number: z.string().min(1).max(100),
    from: z.string().min(1).max(30),
    text: z.string().max(500),
    signature: z.string().max(200),
  }),
  answer: z.object({ received: z.literal(true) }),
})

const AliyunSms = z.object({
  phone_number: z.string().min(1).max(30),
  content: z.string().max(2000),
  send_time: z.string().max(40).default(''),
  dest_code: z.string().max(40).default(''),
  sequence_id: z.union([z.string().min(1).max(100), z.number()]),
})
const TencentSms = z.object({
  mobile: z.string().min(1).max(30),
  nationcode: z.string().max(6).default('86'),
  text: z.string().max(2000),
  /** Seconds since 1970. */
  time: z.number(),
  sign: z.string().max(100).default(''),
  extend: z.string().max(100).default(''),
})
/** The address holds the secret `pushToken` of the SMS channel; neither provider signs what it pushes. */
export const receivePushedSms = route({
  id: 'receivePushedSms',
  method: 'POST',
  path: '/api/gateways/:tenantId/sms/pushes/:token/messages',
  permission: 'public',
  summary: '阿里云短信（SmsUp）、腾讯云短信（短信回复）推送的上行短信；地址里含口令',
  params: z.object({ tenantId: z.coerce.number().int().min(1), token: z.string().min(1).max(200) }),
  body: z.union([z.array(AliyunSms).min(1).max(200), TencentSms]),
  /** What both providers want to read. */
  answer: z.object({ code: z.literal(0), msg: z.string(), result: z.literal(0), errmsg: z.string() }),
})
