/** Gateways of channels: which one a channel uses, and the receipts they send back (NTF-01, NTF-03). */
import { RECEIPT_STATUSES } from '@anpei/domain/notifications'
import { z } from 'zod'
import { Instant, keysOf, route } from '../kernel/index.ts'
import { Channel } from './notices.ts'

export const GATEWAYS = {
  stand_in: '本地替身',
  smtp: '邮件服务器（SMTP）',
  sms_http: '短信网关（HTTP）',
  sms_aliyun: '阿里云短信',
  sms_tencent: '腾讯云短信',
  wechat: '微信模板消息',
  voice_http: '语音网关（HTTP）',
} as const

const Texts = z.record(z.string().max(60), z.string().max(1000))

export const ChannelView = z
  .object({
    channel: Channel,
    channelWord: z.string(),
    gateway: keysOf(GATEWAYS),
    settings: Texts,
    /** Names of the secrets that are set; never their values. */
    secretsSet: z.array(z.string()),
    /** Minutes until the next channel is tried; null = a person ends it. */
    waitMinutes: z.int().nullable(),
    reachedBy: z.enum(['delivered', 'read']),
    /** Where this channel's gateway sends its receipts. */
    receiptsPath: z.string().nullable(),
    changedBy: z.string().nullable(),
    changedAt: Instant.nullable(),
  })
  .meta({ id: 'NoticeChannel', description: '通知渠道' })
export type ChannelView = z.output<typeof ChannelView>

export const listChannels = route({
  id: 'listChannels',
  method: 'GET',
  path: '/api/notice-channels',
  permission: 'notice.read',
  summary: '通知渠道：顺序、等候时间、使用的网关',
  answer: z.object({ channels: z.array(ChannelView), quiet: z.object({ from: z.string(), to: z.string() }) }),
})
export const saveChannel = route({
  id: 'saveChannel',
  method: 'PUT',
  path: '/api/notice-channels/:channel',
  permission: 'notice.channel',
  summary: '设置一个渠道的网关；没有写到的密钥保持不变',
  params: z.object({ channel: Channel }),
  body: z.object({ gateway: keysOf(GATEWAYS), settings: Texts, secrets: Texts.default({}) }),
  answer: ChannelView,
})
/**
 * Signed by HMAC-SHA256 over `<timestamp>\n` and one line `<number>|<status>|<at>\n` per receipt, in hexadecimal,
 * with the key `receiptKey` of the channel's settings. A timestamp older than five minutes is refused.
 */
export const receiveReceipts = route({
  id: 'receiveReceipts',
  method: 'POST',
  path: '/api/gateways/:tenantId/:channel/receipts',
  permission: 'public',
  summary: '网关回执（签名；重复的只算一次，早到的先存着）',
  params: z.object({ tenantId: z.coerce.number().int().min(1), channel: Channel }),
  body: z.object({
    timestamp: Instant,
    receipts: z
      .array(
        z.object({
          /** Our number or the gateway's own. */
          number: z.string().min(1).max(100),
          status: keysOf(RECEIPT_STATUSES),
          at: Instant,
          detail: z.string().max(100).default(''),
        }),
      )
      .min(1)
      .max(1000),
    signature: z.string().max(200),
  }),
  answer: z.object({ received: z.int() }),
})
const AliyunReport = z.object({
  phone_number: z.string().max(40).optional(),
  report_time: z.string().max(40).default(''),
  success: z.boolean(),
  err_code: z.string().max(200).default(''),
  err_msg: z.string().max(500).default(''),
  biz_id: z.string().min(1).max(100),
  /** The number we gave along. */
  out_id: z.string().max(100).default(''),
})
const TencentReport = z.object({
  user_receive_time: z.string().max(40).default(''),
  mobile: z.string().max(40).optional(),
  report_status: z.enum(['SUCCESS', 'FAIL']),
  errmsg: z.string().max(200).default(''),
  description: z.string().max(500).default(''),
  sid: z.string().min(1).max(100),
})
/** The address holds the secret `pushToken` of the SMS channel; neither provider signs what it pushes. */
export const receiveSmsReports = route({
  id: 'receiveSmsReports',
  method: 'POST',
  path: '/api/gateways/:tenantId/sms/pushes/:token/reports',
  permission: 'public',
  summary: '阿里云短信（SmsReport）、腾讯云短信（状态报告）推送的回执；地址里含口令',
  params: z.object({ tenantId: z.coerce.number().int().min(1), token: z.string().min(1).max(200) }),
  body: z
    .array(z.union([TencentReport, AliyunReport]))
    .min(1)
    .max(1000),
  /** What both providers want to read. */
  answer: z.object({ code: z.literal(0), msg: z.string(), result: z.literal(0), errmsg: z.string() }),
})
const WechatCall = {
  params: z.object({ tenantId: z.coerce.number().int().min(1) }),
  query: z.object({
    /** Over token, timestamp and nonce. */
    signature: z.string().max(200).default(''),
    /** Over the sealed text too. */
    msg_signature: z.string().max(200).default(''),
    /** Seconds since 1970. */
    timestamp: z.string().regex(/^\d{1,12}$/),
    nonce: z.string().max(100),
    echostr: z.string().max(200).default(''),
  }),
}
export const verifyWechat = route({
  id: 'verifyWechat',
  method: 'GET',
  path: '/api/gateways/:tenantId/wechat/callback',
  permission: 'public',
  summary: '微信核对回调地址：签名对就原样送回 echostr',
  download: true,
  ...WechatCall,
})
/** The body is WeChat's XML (`text/xml`), plain or sealed; the answer is the bare text `success`. */
export const receiveWechat = route({
  id: 'receiveWechat',
  method: 'POST',
  path: '/api/gateways/:tenantId/wechat/callback',
  permission: 'public',
  summary: '微信回调：模板消息送达结果、客户的回复（正文是微信的 XML，明文或加密）',
  download: true,
  ...WechatCall,
  body: z.object({ xml: z.string().max(65_536) }),
})
