/** NTF-03: WeChat asks once whether the address is ours: what it sent goes back when the signature is right. */
import type { verifyWechat as route } from '@anpei/contract/notifications'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { FileAnswer, Tx } from '../../http/index.ts'
import { isSignedByWechat } from './wechat-crypt.ts'
import { plainAnswer, wechatGate } from './wechat-gate.ts'

export async function verifyWechat(tx: Tx, { params, query }: Input<typeof route>): Promise<Decision<FileAnswer>> {
  const gate = await wechatGate(tx, params.tenantId, query.timestamp)
  if (!gate || !isSignedByWechat([gate.token, query.timestamp, query.nonce], query.signature)) {
    return refuse('notifications.signature_wrong')
  }
  return ok(plainAnswer(query.echostr))
}
