/** SRV-03, OPS-02: Twilio tells how a call stands; what is not signed with the account's token is refused. */
import type { Answer, Input } from '@anpei/contract/kernel'
import type { receiveTwilioCall as route } from '@anpei/contract/service-desk'
import { ok, refuse, systemActor, type Decision } from '@anpei/domain/kernel'
import { systemWrite, type Tx } from '../../http/index.ts'
import { hearCall } from './hear-call.ts'
import { hearRecording } from './hear-recording.ts'
import { signingSystem } from './store-telephone.ts'
import { isSignedByTwilio, readTwilioRecording, readTwilioStatus } from './twilio-status.ts'

export async function receiveTwilioCall(
  given: Tx,
  { params: { tenantId }, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const { app } = given
  const system = await app.pool.withTenant(tenantId, ({ db }) => signingSystem(db, app.vault(tenantId), tenantId))
  const signature = given.header('x-twilio-signature') ?? ''
  if (!system || !isSignedByTwilio(system.token, system.callbackUrl, body, signature))
    return refuse('notifications.signature_wrong')
  const actor = systemActor(tenantId, 'channel:twilio')
  const recorded = readTwilioRecording(body)
  if (recorded !== null) return ok({ received: await systemWrite(app, actor, (tx) => hearRecording(tx, recorded)) })
  const heard = readTwilioStatus(body, given.now)
  if (heard === null) return ok({ received: false })
  await systemWrite(app, actor, (tx) => hearCall(tx, heard))
  return ok({ received: true })
}
