/**
 * SRV-03, OPS-02: 腾讯云联络中心 pushes a record for each call, and its recording when it is ready, and both again until it
 * is told 0. Other kinds of push (voice mail) are thanked for and left.
 */
import type { Answer, Input } from '@anpei/contract/kernel'
import type { receiveTcccCall as route } from '@anpei/contract/service-desk'
import { ok, systemActor, type Decision } from '@anpei/domain/kernel'
import { systemWrite, type App, type Tx } from '../../http/index.ts'
import { plansNow } from '../menus/store-menus.ts'
import { hearCall } from './hear-call.ts'
import { hearRecording } from './hear-recording.ts'
import { lineAt } from './store-telephone.ts'
import { readTcccRecord, readTcccRecording } from './tccc-record.ts'

export async function receiveTcccCall(
  { app, actor }: Tx,
  { query, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  if (query.action === 'record') return recordingTold(app, actor.tenantId, body)
  if (query.action !== 'cdr') return ok({ ErrCode: 0, ErrMsg: '' })
  const heard = readTcccRecord(body)
  if (heard === null) return ok({ ErrCode: 1, ErrMsg: 'not a call record' })
  await systemWrite(app, systemActor(actor.tenantId, 'channel:tccc'), async (tx) => {
    const { line } = await lineAt(tx, heard.lineNumber)
    const plan = (await plansNow(tx.db, tx.actor.tenantId)).find((one) => one.line === line)?.plan
    // Its menu is built there by our plan; the keys that were pressed come with the record (SRV-02).
    const chosen = plan?.keys.findLast(({ key, language }) => language !== null && heard.pressed.includes(key))
    await hearCall(tx, { ...heard, language: chosen?.language ?? null })
  })
  return ok({ ErrCode: 0, ErrMsg: '' })
}

/** A recording that is told of before its call is asked for again: pushes come in any order. */
async function recordingTold(app: App, tenantId: number, body: unknown): Promise<Decision<Answer<typeof route>>> {
  const told = readTcccRecording(body)
  if (told === null) return ok({ ErrCode: 1, ErrMsg: 'not a recording' })
  const isKnown = await systemWrite(app, systemActor(tenantId, 'channel:tccc'), (tx) => hearRecording(tx, told))
  return ok(isKnown ? { ErrCode: 0, ErrMsg: '' } : { ErrCode: 1, ErrMsg: 'no such call yet' })
}
