/**
 * SRV-03: short messages as 阿里云 (SmsUp, several at once) and 腾讯云 (one at a time) push them, in their documented
 * shapes, to an address that holds a secret. 腾讯云 gives no number: telephone, second and words make one.
 */
import { createHash } from 'node:crypto'
import type { receivePushedSms as route } from '@anpei/contract/portal'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, systemActor, type Decision, type Instant } from '@anpei/domain/kernel'
import { systemWrite, type Tx } from '../http/index.ts'
import { isFromSmsProvider } from '../notifications/index.ts'
import { takeSms, type ComingSms } from './take-sms.ts'

type Body = Input<typeof route>['body']

export async function receivePushedSms(
  tx: Tx,
  { params: { tenantId, token }, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  if (!(await isFromSmsProvider(tx, tenantId, token))) return refuse('notifications.signature_wrong')
  await systemWrite(tx.app, systemActor(tenantId, 'gateway:sms'), async (own) => {
    for (const message of messagesOf(body, own.now)) await takeSms(own, message)
  })
  return ok({ code: 0, msg: 'OK', result: 0, errmsg: 'OK' })
}

function messagesOf(body: Body, now: Instant): ComingSms[] {
  if (Array.isArray(body)) {
    return body.map((one) => ({
      number: `aliyun:${one.sequence_id}`,
      from: one.phone_number,
      text: one.content,
      receivedAt: instantOf(Date.parse(`${one.send_time.trim().replace(' ', 'T')}+08:00`), now),
    }))
  }
  const { nationcode, mobile, text, time } = body
  const same = createHash('sha256').update(`${nationcode}|${mobile}|${time}|${text}`).digest('hex').slice(0, 40)
  return [{ number: `tencent:${same}`, from: `+${nationcode}${mobile}`, text, receivedAt: instantOf(time * 1000, now) }]
}

function instantOf(at: number, now: Instant): Instant {
  return Number.isNaN(at) || at > Date.parse(now) ? now : new Date(at).toISOString()
}
