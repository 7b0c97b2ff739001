/** SRV-03, OPS-02: any telephone system, or what stands before it, reports its calls with an API key. */
import type { Answer, Input } from '@anpei/contract/kernel'
import type { receiveCall as route } from '@anpei/contract/service-desk'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { hearCall } from './hear-call.ts'

export async function receiveCall(tx: Tx, { body }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const words = body.words.map(({ what, at, by }) => (by === undefined ? { what, at } : { what, at, by }))
  const { callNo, direction, lineNumber, phone, extension, recordingUrl } = body
  return ok(
    await hearCall(tx, {
      vendor: 'anpei',
      callNo: `${tx.actor.id}:${callNo}`,
      direction,
      lineNumber,
      phone,
      extension,
      words,
      recording: recordingUrl,
    }),
  )
}
