/**
 * NTF-03: receipts of a gateway, signed with the key the channel's settings hold. The same receipt twice counts once;
 * one that comes before its message is recorded is kept until it is.
 */
import type { receiveReceipts as route } from '@anpei/contract/notifications'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, systemActor, type Decision } from '@anpei/domain/kernel'
import { systemWrite, type Tx } from '../../http/index.ts'
import { isFromGateway } from './gateway-signature.ts'
import { takeReceipts } from './take-receipts.ts'

export async function receiveReceipts(
  given: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const { tenantId, channel } = params
  const lines = body.receipts.map((one) => `${one.number}|${one.status}|${one.at}\n`).join('')
  if (!(await isFromGateway(given, { tenantId, channel }, lines, body))) return refuse('notifications.signature_wrong')
  await systemWrite(given.app, systemActor(tenantId, `gateway:${channel}`), async (tx) => {
    await takeReceipts(
      tx,
      body.receipts.map((one) => ({ ...one, channel })),
    )
  })
  return ok({ received: body.receipts.length })
}
