/**
 * NTF-03: WeChat calls back: a template message has ended, or somebody answers. Plain or sealed as the account is set;
 * an account with a key takes sealed messages only. A wrong signature or one older than five minutes is refused; the
 * same message again changes nothing. Who answers a notice has got it: the latest that went out to the answerer.
 */
import type { receiveWechat as route } from '@anpei/contract/notifications'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, systemActor, type Decision, type Instant } from '@anpei/domain/kernel'
import { isBareThanks } from '@anpei/domain/notifications'
import { systemWrite, type FileAnswer, type Tx } from '../../http/index.ts'
import { openNotice } from '../open-notice.ts'
import { maskedOf } from '../person-to-tell.ts'
import { insertAnswer, noticesToWechat } from '../store-answers.ts'
import { takeReceipts } from './take-receipts.ts'
import { plainAnswer, wechatGate } from './wechat-gate.ts'
import { isSignedByWechat, openWechat } from './wechat-crypt.ts'
import { wechatFields, wechatMessage, type WechatMessage, type WechatSaid } from './wechat-message.ts'

/** Somebody answers within days, or means something else. */
const ANSWER_MS = 7 * 24 * 3_600_000

/** What becomes of words that are more than an answer to a notice: the row above takes them in. */
export type HearWechat = (tx: Tx, said: WechatSaid) => Promise<void>

export const receiveWechat =
  (hear: HearWechat) =>
  async (tx: Tx, { params: { tenantId }, query, body }: Input<typeof route>): Promise<Decision<FileAnswer>> => {
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
      await systemWrite(tx.app, systemActor(tenantId, 'gateway:wechat'), (own) => take(own, message, hear))
    }
    return ok(plainAnswer('success'))
  }

async function take(tx: Tx, message: Exclude<WechatMessage, { kind: 'other' }>, hear: HearWechat): Promise<void> {
  if (message.kind === 'sent') return receipt(tx, message.messageNo, message.status, message.detail)
  const answered = await answerNotice(tx, message)
  // "收到，谢谢" is said to the notice; a question is asked of us.
  if (!answered || !isBareThanks(message.text)) await hear(tx, message)
}

/** Whether it was said to a notice that lately went out to this account. */
async function answerNotice(tx: Tx, message: WechatSaid): Promise<boolean> {
  const { tenantId } = tx.actor
  const since: Instant = new Date(Date.parse(tx.now) - ANSWER_MS).toISOString()
  const masked = maskedOf({ channel: 'wechat', to: message.openId })
  const notice = (await noticesToWechat(tx.db, tenantId, masked, since)).find((one) =>
    openNotice(tx.vault, one).steps.some(({ channel, to }) => channel === 'wechat' && to === message.openId),
  )
  if (!notice) return false
  const salt = tx.vault.newSalt()
  const text = message.text || '（发来图片或语音）'
  const answer = { noticeId: notice.id, messageNo: message.messageNo, salt, sealed: tx.vault.seal(salt, text) }
  if (!(await insertAnswer(tx.db, tenantId, tx.now, answer))) return true
  await receipt(tx, notice.attemptId, 'answered', '')
  tx.record({
    name: 'notice.answered',
    subject: { kind: notice.subjectKind, id: notice.subjectId },
    personId: notice.personId,
    facts: { noticeId: notice.id },
  })
  return true
}

async function receipt(tx: Tx, number: string, status: 'delivered' | 'failed' | 'answered', detail: string) {
  await takeReceipts(tx, [{ channel: 'wechat', number, status, at: tx.now, detail }])
}
