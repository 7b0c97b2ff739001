/**
 * SRV-03, OPS-02: 腾讯云联络中心 pushes a record for each call, and again until it is told 0. Other kinds of push
 * (recordings, voice mail) are thanked for and left.
 */
import type { Answer, Input } from '@anpei/contract/kernel'
import type { receiveTcccCall as route } from '@anpei/contract/service-desk'
import { ok, systemActor, type Decision } from '@anpei/domain/kernel'
import { systemWrite, type Tx } from '../../http/index.ts'
import { hearCall } from './hear-call.ts'
import { readTcccRecord } from './tccc-record.ts'

export async function receiveTcccCall(
  { app, actor }: Tx,
  { query, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  if (query.action !== 'cdr') return ok({ ErrCode: 0, ErrMsg: '' })
  const heard = readTcccRecord(body)
  if (heard === null) return ok({ ErrCode: 1, ErrMsg: 'not a call record' })
  await systemWrite(app, systemActor(actor.tenantId, 'channel:tccc'), (tx) => hearCall(tx, heard))
  return ok({ ErrCode: 0, ErrMsg: '' })
}
