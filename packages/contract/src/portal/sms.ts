/** Short messages that come in: the progress of a case is asked by text (CLM-14). */
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
  summary: '短信网关转来的上行短信（签名）：“查 案件号 身份证后四位”，答复只发到登记的号码',
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
