/**
 * CLM-14, SRV-03: short messages as a plain SMS gateway hands them in, signed with the key of the channel's settings.
 */
import type { receiveSms as route } from '@anpei/contract/portal'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, systemActor, type Decision } from '@anpei/domain/kernel'
import { systemWrite, type Tx } from '../http/index.ts'
import { isFromGateway } from '../notifications/index.ts'
import { takeSms } from './take-sms.ts'

export async function receiveSms(
  tx: Tx,
  { params: { tenantId }, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const signed = `${body.number}|${body.from}|${body.text}\n`
  if (!(await isFromGateway(tx, { tenantId, channel: 'sms' }, signed, body))) {
    return refuse('notifications.signature_wrong')
  }
  await systemWrite(tx.app, systemActor(tenantId, 'gateway:sms'), (own) =>
    takeSms(own, { number: body.number, from: body.from, text: body.text, receivedAt: own.now }),
  )
  return ok({ received: true })
}
