/**
 * NTF-03: WeChat calls back: a template message has ended, or somebody answers. Plain or sealed as the account is set;
 * an account with a key takes sealed messages only. A wrong signature or one older than five minutes is refused; the
 * same message again changes nothing. Who answers a notice has got it: the latest that went out to the answerer.
 */
import type { receiveWechat as route } from '@anpei/contract/notifications'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, systemActor, type Decision, type Instant } from '@anpei/domain/kernel'
import { systemWrite, type FileAnswer, type Tx } from '../http/index.ts'
import { openNotice } from './open-notice.ts'
import { maskedOf } from './person-to-tell.ts'
import { insertAnswer, noticesToWechat } from './store-answers.ts'
import { takeReceipts } from './take-receipts.ts'
import { plainAnswer, wechatGate } from './wechat-gate.ts'
import { isSignedByWechat, openWechat } from './wechat-crypt.ts'
import { wechatFields, wechatMessage, type WechatMessage } from './wechat-message.ts'

/** Somebody answers within days, or means something else. */
const ANSWER_MS = 7 * 24 * 3_600_000

export async function receiveWechat(
  tx: Tx,
  { params: { tenantId }, query, body }: Input<typeof route>,
): Promise<Decision<FileAnswer>> {
  const gate = await wechatGate(tx, tenantId, query.timestamp)
  const outer = wechatFields(body.xml)
  if (!gate || !outer) return refuse('notifications.signature_wrong')
  const { token, aesKey, appId } = gate
  const sealed = outer['Encrypt'] ?? ''
  const parts = [token, query.timestamp, query.nonce, ...(aesKey === '' ? [] : [sealed])]
  const signature = aesKey === '' ? query.signature : query.msg_signature
  if (!isSignedByWechat(parts, signature)) return refuse('notifications.signature_wrong')
  const text = aesKey === '' ? body.xml : openWechat(aesKey, appId, sealed)
  const fields = text === null ? null : wechatFields(text)
  if (!fields) return refuse('notifications.signature_wrong')
  const message = wechatMessage(fields)
  if (message.kind !== 'other') {
    await systemWrite(tx.app, systemActor(tenantId, 'gateway:wechat'), (own) => take(own, message))
  }
  return ok(plainAnswer('success'))
}

async function take(tx: Tx, message: Exclude<WechatMessage, { kind: 'other' }>): Promise<void> {
  if (message.kind === 'sent') return receipt(tx, message.messageNo, message.status, message.detail)
  const { tenantId } = tx.actor
  const since: Instant = new Date(Date.parse(tx.now) - ANSWER_MS).toISOString()
  const masked = maskedOf({ channel: 'wechat', to: message.openId })
  const notice = (await noticesToWechat(tx.db, tenantId, masked, since)).find((one) =>
    openNotice(tx.vault, one).steps.some(({ channel, to }) => channel === 'wechat' && to === message.openId),
  )
  if (!notice) return
  const salt = tx.vault.newSalt()
  const answer = { noticeId: notice.id, messageNo: message.messageNo, salt, sealed: tx.vault.seal(salt, message.text) }
  if (!(await insertAnswer(tx.db, tenantId, tx.now, answer))) return
  await receipt(tx, notice.attemptId, 'answered', '')
  tx.record({
    name: 'notice.answered',
    subject: { kind: notice.subjectKind, id: notice.subjectId },
    personId: notice.personId,
    facts: { noticeId: notice.id },
  })
}

async function receipt(tx: Tx, number: string, status: 'delivered' | 'failed' | 'answered', detail: string) {
  await takeReceipts(tx, [{ channel: 'wechat', number, status, at: tx.now, detail }])
}
