/**
 * SRV-03, OPS-02: any telephone system, or what stands before it, reports its calls with an API key. It knows no
 * idempotency keys: its own number of the call makes a repetition change nothing.
 */
import type { Answer, Input } from '@anpei/contract/kernel'
import type { receiveCall as route } from '@anpei/contract/service-desk'
import { ok, systemActor, type Decision } from '@anpei/domain/kernel'
import { systemWrite, type Tx } from '../../http/index.ts'
import { hearCall } from './hear-call.ts'
import { seatsInTurn } from './store-telephone.ts'

export async function receiveCall(
  { app, actor }: Tx,
  { body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const { callNo, direction, lineNumber, phone, extension, language, recordingUrl, recordingNotice } = body
  const heard = {
    vendor: 'anpei',
    callNo: `${actor.id}:${callNo}`,
    direction,
    lineNumber,
    phone,
    extension,
    language,
    words: body.words.map(({ what, at, by }) => (by === undefined ? { what, at } : { what, at, by })),
    recording: recordingUrl,
    recordingNotice,
  } as const
  return ok(
    await systemWrite(app, systemActor(actor.tenantId, 'channel:phone'), async (tx) => {
      const call = await hearCall(tx, heard)
      const rings = direction === 'in' && call.state === 'ringing'
      return { ...call, offer: rings ? [...(await seatsInTurn(tx, call.callId))] : [] }
    }),
  )
}
