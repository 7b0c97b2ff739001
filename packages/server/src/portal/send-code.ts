/** ORG-04: a code goes to the phone by SMS; the answer is the same whether or not the phone is known here. */
import type { portalSendCode as route } from '@anpei/contract/portal'
import type { Answer, Input } from '@anpei/contract/kernel'
import { maskPhone, parsePhone } from '@anpei/domain/customers'
import { ok, refuse, systemActor, type Decision } from '@anpei/domain/kernel'
import { systemWrite, type Tx } from '../http/index.ts'
import { CODE_MINUTES, countAttempt, issueCode } from '../identity/index.ts'
import { queuePhoneText } from '../notifications/index.ts'

const AGAIN_SECONDS = 60

export async function sendCode(tx: Tx, { body }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const parsed = parsePhone(body.phone)
  if (!parsed.ok) return parsed
  const { phone, kind } = parsed.value
  if (kind === 'landline') return refuse('portal.mobile_needed')
  const minutes = await countAttempt(tx, [
    { what: 'code_to_phone', key: phone, most: 5, minutes: 15 },
    { what: 'code_to_phone_now', key: phone, most: 1, minutes: 1 },
    { what: 'code_from_source', key: tx.actor.source, most: 30, minutes: 15 },
  ])
  if (minutes > 0) return refuse('request.too_many', { minutes })
  await systemWrite(tx.app, systemActor(tx.actor.tenantId, tx.actor.source), async (own) => {
    const { id, code } = await issueCode(own, phone)
    await queuePhoneText(own, {
      subject: { kind: 'one_time_code', id },
      template: 'one_time_code',
      phone,
      phoneMasked: maskPhone(phone),
      text: `您的验证码是 ${code}，${CODE_MINUTES}分钟内有效。这是您本人登录安赔用的，请不要告诉任何人，我们的工作人员也不会向您要。`,
    })
    own.record({ name: 'portal.code_sent', subject: { kind: 'one_time_code', id } })
  })
  return ok({ sentTo: maskPhone(phone), validMinutes: CODE_MINUTES, againAfterSeconds: AGAIN_SECONDS })
}
